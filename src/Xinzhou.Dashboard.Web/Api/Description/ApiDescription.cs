using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Xinzhou.Dashboard.Web.Api.Calculations;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Description;

/// <summary>Describes the API as OpenAPI: what the resources say of themselves, put into that form.</summary>
internal static class ApiDescription
{
    private const string CsvDescription =
        "For programs: every text stands as it is, also one that a spreadsheet would take for a formula (= + - @). The files that pages offer "
        + "to people, and the workbooks, put an apostrophe before such a text.";

    private const string Token = "token";

    public static void Configure(OpenApiOptions options)
    {
        // HEAD answers as GET does; to list it would double the document.
        options.ShouldInclude = d => d.HttpMethod != HttpMethods.Head && d.ActionDescriptor.EndpointMetadata.Any(m => m is ReadResource or FileResource or Calculation);
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(DescribeSchema);
    }

    /// <summary>FigureItem is Figure, a page of them FigurePage.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        type.Type is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>)
            ? $"{WithoutItem(page.GetGenericArguments()[0].Name)}Page"
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? WithoutItem(name) : null;

    private static string WithoutItem(string name) => name.EndsWith("Item", StringComparison.Ordinal) && name.Length > 4 ? name[..^4] : name;

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "忻州市七大能级跃升监测平台 API",
            Version = "v1",
            Description =
                "Reads the plan and every figure known about it. Values are texts with the published decimals; instants are RFC 3339. " +
                "Every answer can be asked as of a past moment. 本平台为内部监测，统计数据以统计部门发布为准；市级GDP由上级统一核算。",
        };
        // Relative addresses: a proxy may give the application another name.
        document.Servers?.Clear();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token made by the command token create. Not needed where anybody may read.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<Calculation>().SingleOrDefault() is { } calculation)
        {
            Describe(operation, calculation);
            return Task.CompletedTask;
        }

        if (metadata.OfType<FileResource>().SingleOrDefault() is { } file)
        {
            Describe(operation, file);
            return Task.CompletedTask;
        }

        var resource = metadata.OfType<ReadResource>().Single();
        operation.Summary = resource.Summary;
        operation.OperationId = OperationId("get", resource.Pattern);
        operation.Parameters =
        [
            .. PathParameters(resource.Pattern),
            .. resource.Parameters.Select(QueryParameter),
        ];
        if (operation.Responses?.GetValueOrDefault("200") is { Content: { } content } answered)
        {
            content["text/csv"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = CsvDescription } };
            answered.Description = resource.Summary;
            operation.Responses["304"] = Unchanged();
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, FileResource file)
    {
        operation.Summary = file.Summary;
        operation.OperationId = OperationId("get", file.Pattern);
        operation.Parameters = [.. PathParameters(file.Pattern)];
        if (operation.Responses?.GetValueOrDefault("200") is { } answered)
        {
            answered.Description = file.Summary;
            operation.Responses["304"] = Unchanged();
        }
    }

    private static OpenApiResponse Unchanged() => new() { Description = "Unchanged since the answer whose entity tag If-None-Match names." };

    private static void Describe(OpenApiOperation operation, Calculation calculation)
    {
        operation.Summary = calculation.Summary;
        operation.OperationId = OperationId("post", calculation.Pattern);
        operation.Parameters = [QueryParameter(Parameters.Lang)];
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Field.Body(calculation.Fields) } },
        };
        if (operation.Responses?.GetValueOrDefault("200") is { } answered) answered.Description = calculation.Summary;
    }

    /// <summary>series/{id}/figures is getSeriesByIdFigures.</summary>
    private static string OperationId(string verb, string pattern) => verb + string.Concat(pattern.Split('/').Select(part =>
        part.StartsWith('{') ? $"By{char.ToUpperInvariant(part[1])}{part[2..^1]}" : $"{char.ToUpperInvariant(part[0])}{part[1..]}"));

    private static IEnumerable<OpenApiParameter> PathParameters(string pattern) =>
        pattern.Split('/').Where(part => part.StartsWith('{')).Select(part => new OpenApiParameter
        {
            Name = part.Trim('{', '}'),
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static OpenApiParameter QueryParameter(Parameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = parameter.Allowed is { } allowed ? [.. allowed.Select(a => (JsonNode)a)] : null,
            Default = parameter.Default,
        };
        return new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Repeatable ? $"{parameter.Description} Given twice it means or." : parameter.Description,
            Schema = parameter.Repeatable ? new() { Type = JsonSchemaType.Array, Items = value } : value,
            Explode = true,
            Example = parameter.Example is null ? null : parameter.Repeatable ? new JsonArray(parameter.Example) : parameter.Example,
        };
    }

    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        // Numbers are written as numbers; the framework says that they may be texts because it would read those.
        if (schema.Type is { } type && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
        {
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: true).OfType<ICodes>().SingleOrDefault() is { } codes)
        {
            schema.Enum = [.. codes.All.Select(c => (JsonNode)c)];
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                schema.Enum.Add(JsonNullSentinel.JsonNull);
            }
        }

        return Task.CompletedTask;
    }
}
