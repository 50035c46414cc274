using System.Threading.RateLimiting;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account.Limits;

/// <summary>
/// Bounds how many streams of events are open at once, by session and by address: each has the database looked into every few seconds. A
/// page has one while it is looked at, so a session needs a few; an address may be that of a whole house behind a proxy. Each instance
/// counts for itself.
/// </summary>
public sealed class StreamLimits : IDisposable
{
    /// <summary>How many one session has at once.</summary>
    public const int PerSession = 16;

    /// <summary>How many one address has at once.</summary>
    public const int PerAddress = 2_000;

    /// <summary>When it is worth trying again, as the script of the page does: pages are closed all the time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly PartitionedRateLimiter<HttpContext> _sessions;
    private readonly PartitionedRateLimiter<HttpContext> _addresses;
    private readonly PartitionedRateLimiter<HttpContext> _both;

    /// <param name="settings">Says how tight the bounds are.</param>
    public StreamLimits(DashboardSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _sessions = By(context => $"{Sessions.KeyOf(context.User)}", PerSession, settings.LimitPercent);
        _addresses = By(ClientAddress.Of, PerAddress, settings.LimitPercent);
        _both = PartitionedRateLimiter.CreateChained(_sessions, _addresses);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _both.Dispose();
        _sessions.Dispose();
        _addresses.Dispose();
    }

    /// <summary>Takes a place for a stream, which is given back when the request ends, whoever ends it.</summary>
    /// <returns>False if there is none: <see cref="SignInLimits.Refuse"/>.</returns>
    public bool TryTake(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lease = _both.AttemptAcquire(context);
        context.Response.RegisterForDispose(lease);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<HttpContext> By(Func<HttpContext, string> who, int most, int percent) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(
            who(context), _ => new() { PermitLimit = Math.Max(1, (int)((long)most * percent / 100)), QueueLimit = 0 }));
}
