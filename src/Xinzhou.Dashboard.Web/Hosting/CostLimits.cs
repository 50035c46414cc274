using System.Security.Claims;
using System.Threading.RateLimiting;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Bounds how often one caller may ask for what costs (<see cref="Cost"/>): so many in a minute, all of them at once after a rest;
/// beyond it 429 with <c>Retry-After</c>. A caller is the bearer of a token, a person, else an address. Pages that are read and
/// answers that are held are not bounded: thousands a second come from one address.
/// </summary>
/// <param name="settings">Says how tight the bounds are.</param>
internal sealed class CostLimits(DashboardSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<(Cost Cost, string Who)> _limits =
        PartitionedRateLimiter.Create<(Cost Cost, string Who), (Cost Cost, string Who)>(
            asked => RateLimitPartition.GetTokenBucketLimiter(asked, a => Bucket(PerMinute(a.Cost), settings.LimitPercent)));

    /// <inheritdoc/>
    public void Dispose() => _limits.Dispose();

    /// <summary>Passes on what does not cost, or not too often.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (CostOf(context) is { } cost)
        {
            using var lease = _limits.AttemptAcquire((cost, WhoOf(context)));
            if (!lease.IsAcquired)
            {
                SignInLimits.Refuse(context, lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
                // The page for such answers is shown in its place, and a page is got.
                if (!context.Request.Path.StartsWithSegments("/api")) context.Request.Method = HttpMethods.Get;
                return;
            }
        }

        await next(context);
    }

    /// <summary>How many one caller may ask for in a minute; docs/security.md has the table.</summary>
    private static int PerMinute(Cost cost) => cost switch
    {
        Cost.Export => 120,
        Cost.Upload => 60,
        Cost.SignIn => 600,
        Cost.Calculation or Cost.Search => 6_000,
        _ => 60_000,
    };

    private static TokenBucketRateLimiterOptions Bucket(int perMinute, int percent)
    {
        var most = Math.Max(1, (int)((long)perMinute * percent / 100));
        return new()
        {
            TokenLimit = most,
            TokensPerPeriod = Math.Max(1, most / 60),
            ReplenishmentPeriod = most >= 60 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1) / most,
            QueueLimit = 0,
        };
    }

    private static Cost? CostOf(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<CostlyAttribute>() is { } costly)
        {
            // To look at a page with a form costs nothing, and its sending does.
            return costly.Cost != Cost.SignIn || HttpMethods.IsPost(context.Request.Method) ? costly.Cost : null;
        }

        return metadata?.GetMetadata<ReadResource>() is not null
            && context.Request.QueryString.Value?.Contains($"{Address.AsOfName}=", StringComparison.OrdinalIgnoreCase) == true
                ? Cost.Past
                : null;
    }

    private static string WhoOf(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? $"address {ClientAddress.Of(context)}";
}
