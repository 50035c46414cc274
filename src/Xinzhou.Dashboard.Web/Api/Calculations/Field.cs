using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Calculations;

/// <summary>A field of a body, as it is read and as the description of the API gives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says and what it takes.</param>
/// <param name="Form">The form of its value.</param>
public sealed record Field(string Name, string Description, FieldForm Form)
{
    /// <summary>Whether it has to be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values it can take; null when they are open.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The fields of each entry of a list; null for all but lists.</summary>
    public IReadOnlyList<Field>? Entry { get; init; }

    /// <summary>The greatest value of a count, and the most entries of a list of numbers.</summary>
    public int Most { get; init; }

    /// <summary>A value that shows the form, as JSON.</summary>
    public string? Example { get; init; }

    /// <summary>A field that takes one of the codes of an enumeration, and has to be given.</summary>
    public static Field OneOf<T>(string name, string description) where T : struct, Enum =>
        new(name, description, FieldForm.Code) { IsRequired = true, Allowed = Code.All<T>() };

    /// <summary>The body that some fields make up.</summary>
    internal static OpenApiSchema Body(IReadOnlyList<Field> fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary<Field, string, IOpenApiSchema>(f => f.Name, f => f.Schema()),
        Required = fields.Where(f => f.IsRequired).Select(f => f.Name).ToHashSet(),
        AdditionalPropertiesAllowed = false,
    };

    private OpenApiSchema Schema()
    {
        var schema = Form switch
        {
            FieldForm.Number => new OpenApiSchema { Type = JsonSchemaType.Number },
            FieldForm.Year => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1000", Maximum = "9999" },
            FieldForm.Code => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Allowed!.Select(a => (JsonNode)a)] },
            FieldForm.Day => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            FieldForm.Values => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number },
                MinProperties = 1,
                MaxProperties = BodyReader.MaxYears,
            },
            FieldForm.Count => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = Most.ToString(CultureInfo.InvariantCulture) },
            FieldForm.Numbers => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.Number },
                MaxItems = Most,
            },
            _ => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Body(Entry!) },
        };
        schema.Description = Description;
        if (Example is not null) schema.Examples = [JsonNode.Parse(Example)!];
        return schema;
    }
}
