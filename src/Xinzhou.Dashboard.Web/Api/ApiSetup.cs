using Microsoft.Extensions.DependencyInjection.Extensions;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Api.Calculations;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Chains;
using Xinzhou.Dashboard.Web.Api.Changes;
using Xinzhou.Dashboard.Web.Api.Conduct;
using Xinzhou.Dashboard.Web.Api.Conflicts;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Judgements;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Owners;
using Xinzhou.Dashboard.Web.Api.Packs;
using Xinzhou.Dashboard.Web.Api.Plan;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Progress;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Api.Reviews;
using Xinzhou.Dashboard.Web.Api.Sources;
using Xinzhou.Dashboard.Web.Api.Supervision;
using Xinzhou.Dashboard.Web.Api.Targets;
using Xinzhou.Dashboard.Web.Api.Tokens;

namespace Xinzhou.Dashboard.Web.Api;

/// <summary>Registers and maps the API.</summary>
public static class ApiSetup
{
    /// <summary>The name of the rate limit that the end points ask for; whoever puts the application together registers it.</summary>
    public const string RateLimit = "api";

    private const string Root = "/api/v1";

    private const string Json = "application/json";

    /// <summary>Needs a <see cref="SnapshotStore"/>.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<ApiReader>();
        services.AddSingleton<ProblemWriter>();
        services.AddSingleton<FigureShaper>();
        services.AddSingleton<WrittenFigures>();
        services.TryAddSingleton<LightWords>();
        services.TryAddSingleton<FigureWords>();
        services.TryAddSingleton<ChangeWords>();
        services.TryAddSingleton<JudgementWords>();
        services.AddSingleton<LightShaper>();
        services.AddSingleton<PlanResources>();
        services.AddSingleton<LightResources>();
        services.AddSingleton<TargetResources>();
        services.AddSingleton<JudgementResources>();
        services.AddSingleton<ReviewResources>();
        services.AddSingleton<NoticeResources>();
        services.AddSingleton<ChangeResources>();
        services.AddSingleton<OwnerResources>();
        services.AddSingleton<ConductResources>();
        services.AddSingleton<ChainResources>();
        services.AddSingleton<CatalogueResources>();
        services.AddSingleton<FigureResources>();
        services.AddSingleton<SourceResources>();
        services.AddSingleton<ConflictResources>();
        services.TryAddSingleton(_ => ReferenceWorkingDays.Read());
        services.AddSingleton<Calculator>();
        services.AddSingleton<ProgressCalculations>();
        services.AddSingleton<ForecastCalculations>();
        services.AddSingleton<SupervisionCalculations>();
        return services;
    }

    /// <summary>The part of the pipeline that belongs to the API; before authentication and the end points.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseMiddleware<ApiErrors>();
            ApiReference.UsePolicy(api);
        });
        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        var services = app.Services;
        var reader = services.GetRequiredService<ApiReader>();
        var root = app.MapGroup(Root).RequireRateLimiting(RateLimit);
        IEnumerable<ReadResource> resources =
        [
            .. services.GetRequiredService<PlanResources>().All,
            .. services.GetRequiredService<LightResources>().All,
            .. services.GetRequiredService<TargetResources>().All,
            .. services.GetRequiredService<JudgementResources>().All,
            .. services.GetRequiredService<ReviewResources>().All,
            .. services.GetRequiredService<NoticeResources>().All,
            .. services.GetRequiredService<ChangeResources>().All,
            .. services.GetRequiredService<OwnerResources>().All,
            .. services.GetRequiredService<ConductResources>().All,
            .. services.GetRequiredService<ChainResources>().All,
            .. services.GetRequiredService<CatalogueResources>().All,
            .. services.GetRequiredService<FigureResources>().All,
            .. services.GetRequiredService<SourceResources>().All,
            .. services.GetRequiredService<ConflictResources>().All,
        ];
        foreach (var resource in resources)
        {
            RequestDelegate answer = context => reader.AnswerAsync(context, resource);
            root.MapMethods(resource.Pattern, [HttpMethods.Get, HttpMethods.Head], answer)
                .WithMetadata([resource, answer.Method, .. Answers(resource), .. Limits(resource)])
                .WithTags(resource.Group);
        }

        var calculator = services.GetRequiredService<Calculator>();
        IEnumerable<Calculation> calculations =
        [
            .. services.GetRequiredService<ProgressCalculations>().All,
            .. services.GetRequiredService<ForecastCalculations>().All,
            .. services.GetRequiredService<SupervisionCalculations>().All,
        ];
        foreach (var calculation in calculations)
        {
            RequestDelegate answer = context => calculator.AnswerAsync(context, calculation);
            root.MapMethods(calculation.Pattern, [HttpMethods.Post], answer)
                .WithMetadata([calculation, answer.Method, new CostlyAttribute(Cost.Calculation), .. Answers(calculation)])
                .WithTags(calculation.Group);
        }

        RequestDelegate pack = PackEndpoint.AnswerAsync;
        root.MapMethods(PackEndpoint.File.Pattern, [HttpMethods.Get, HttpMethods.Head], pack)
            .WithMetadata([PackEndpoint.File, pack.Method, .. Answers(PackEndpoint.File)])
            .WithTags(PackEndpoint.File.Group);
        app.MapOpenApi().AlsoHead();
        app.MapApiReference();

        return app;
    }

    /// <summary>What the description says that a resource answers.</summary>
    private static IEnumerable<object> Answers(ReadResource resource) => Answers(
        resource.Answer,
        Json,
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status404NotFound,
        StatusCodes.Status406NotAcceptable,
        StatusCodes.Status429TooManyRequests);

    /// <summary>What the description says that a file answers.</summary>
    private static IEnumerable<object> Answers(FileResource file) => Answers(
        file.Content,
        file.MediaType,
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status404NotFound,
        StatusCodes.Status429TooManyRequests);

    /// <summary>Who is served, where not every reader is.</summary>
    private static IEnumerable<object> Limits(ReadResource resource) => resource is { Right: { } right, Scope: { } scope }
        ?
        [
            new ScopedAttribute(right, scope),
            new ProducesResponseTypeMetadata(StatusCodes.Status403Forbidden, typeof(Problem), [Problem.ContentType]),
        ]
        : [];

    /// <summary>What the description says that a calculation answers.</summary>
    private static IEnumerable<object> Answers(Calculation calculation) => Answers(
        calculation.Answer.Type,
        Json,
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests);

    private static IEnumerable<object> Answers(Type answer, string mediaType, params int[] refusals) =>
    [
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, answer, [mediaType]),
        .. refusals.Select(status => new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.ContentType])),
    ];

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
