using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Says how the instance stands within <see cref="Limit"/>, whatever hangs below: nobody waits for a check, only for an answer. All who ask
/// at once share one look, so that checks that hang do not pile up; while a look hangs beyond the limit the answer is given without waiting.
/// </summary>
/// <param name="checks">The checks.</param>
/// <param name="time">The clock.</param>
public sealed class HealthAnswers(HealthCheckService checks, TimeProvider time)
{
    /// <summary>Nobody waits longer for an answer. More than a check of PostgreSQL takes until it says that there is none.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    private readonly ConcurrentDictionary<string, Look> _looks = new(StringComparer.Ordinal);

    /// <summary>How the checks with a tag stand; unhealthy if they do not say so in time.</summary>
    /// <param name="tag">The tag.</param>
    public async Task<HealthStatus> AskAsync(string tag)
    {
        var look = _looks.AddOrUpdate(tag, Begin, (_, held) => held.IsOver ? Begin(tag) : held);
        var left = Limit - time.GetElapsedTime(look.Begun);
        try
        {
            return (await look.Report.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time)).Status;
        }
        catch (TimeoutException)
        {
            return HealthStatus.Unhealthy;
        }
    }

    private Look Begin(string tag) => new(checks, tag, time.GetTimestamp());

    /// <summary>One look at the checks with a tag; begun when it is first waited for.</summary>
    private sealed class Look(HealthCheckService checks, string tag, long begun)
    {
        // Apart from whoever asks: a check may hang before it has given anything back, and nobody's leaving ends it for the others.
        private readonly Lazy<Task<HealthReport>> _report =
            new(() => Task.Run(() => checks.CheckHealthAsync(check => check.Tags.Contains(tag), CancellationToken.None)));

        public long Begun => begun;

        public Task<HealthReport> Report => _report.Value;

        public bool IsOver => _report.IsValueCreated && _report.Value.IsCompleted;
    }
}
