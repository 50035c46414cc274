using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// <c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: every check with the tag <see cref="Ready"/> is
/// well; a part that must be loaded before pages make sense adds a check of its own.
/// </summary>
public static class Health
{
    /// <summary>The tag of the checks that decide whether the instance is ready.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealthCheck>("database", tags: [Ready], timeout: Patience)
            .AddCheck<SnapshotHealthCheck>("snapshot", tags: [Ready]);
        return services;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = IsForReady }).AllowAnonymous();
        return app;
    }

    /// <summary>Waits until the instance is ready.</summary>
    public static async Task WaitUntilReadyAsync(this WebApplication app, CancellationToken cancellation)
    {
        var health = app.Services.GetRequiredService<HealthCheckService>();
        while ((await health.CheckHealthAsync(IsForReady, cancellation)).Status != HealthStatus.Healthy)
            await Task.Delay(Pause, cancellation);
    }

    private static bool IsForReady(HealthCheckRegistration check) => check.Tags.Contains(Ready);
}
