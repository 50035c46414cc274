namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>Says at the start that the runtime lacks patches which the one of the build had.</summary>
internal sealed partial class RuntimeNote(ILogger<RuntimeNote> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (RuntimePatch.IsBehind(Environment.Version, RuntimePatch.BuiltWith)) LogBehind(Environment.Version, RuntimePatch.BuiltWith);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The .NET runtime {Running} is older than the one that this was built with, {Built}: install the newer one, it mends what is known against this")]
    private partial void LogBehind(Version running, string? built);
}
