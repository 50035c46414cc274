
namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Which events are asked for; what is null asks nothing.</summary>
/// <param name="From">Not before.</param>
/// <param name="Until">Before.</param>
/// <param name="Actor">By whom, exactly.</param>
/// <param name="Action">Which action, exactly; one that ends with a dot, all that begin so.</param>
/// <param name="Subject">What the subject or the details contain, in any case of letters; or the whole address, session or operating-system user.</param>
/// <param name="Before">With a smaller number.</param>
public sealed record AuditQuery(
    DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Actor = null, string? Action = null, string? Subject = null, long? Before = null);
