using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>
/// Bounds how often one token may ask: a steady number of requests a second, and as many at once after a rest. Readers
/// without a token are not told apart here; where anybody may read, a proxy bounds them by address.
/// </summary>
/// <param name="requestsPerSecond">The number for each token.</param>
public sealed class TokenLimits(int requestsPerSecond) : IRateLimiterPolicy<string>
{
    /// <summary>Answers 429 and when to come back: in whole seconds, one at least.</summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (rejected, _) =>
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    /// <summary>The bucket of the token that a request bears; no limit without one.</summary>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        httpContext.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } bearer
            ? RateLimitPartition.GetTokenBucketLimiter(bearer, _ => new()
            {
                TokenLimit = requestsPerSecond,
                TokensPerPeriod = requestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("");
}
