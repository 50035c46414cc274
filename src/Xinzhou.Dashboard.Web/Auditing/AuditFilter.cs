using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>Which events the page shows, as its address says.</summary>
/// <param name="From">From this day on, in Asia/Shanghai; null for the first.</param>
/// <param name="To">Up to this day; null for today.</param>
/// <param name="Who">By whom; null for everybody.</param>
/// <param name="Action">Which action; null for all.</param>
/// <param name="About">What the subject or the details contain; null for anything.</param>
public sealed record AuditFilter(DateOnly? From, DateOnly? To, string? Who, string? Action, string? About)
{
    private const string DayFormat = "yyyy-MM-dd";

    public bool IsSet => this != new AuditFilter(null, null, null, null, null);

    /// <summary>As an address says it; what is no day asks nothing.</summary>
    public static AuditFilter Read(string? from, string? to, string? who, string? action, string? about) =>
        new(Day(from), Day(to), Text(who), Text(action), Text(about));

    /// <summary>The question to the log.</summary>
    /// <param name="before">Only events with a smaller number; null for the newest.</param>
    public AuditQuery Query(long? before = null) => new(
        From is { } from ? Shanghai.StartOf(from) : null,
        To is { } to ? Shanghai.StartOf(to).AddDays(1) : null,
        Who, Action, About, before);

    /// <summary>The parameters of the address.</summary>
    public (string Name, string? Value)[] Parameters =>
        [("from", Written(From)), ("to", Written(To)), ("who", Who), ("action", Action), ("about", About)];

    /// <summary>A day as a date field has it.</summary>
    public static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue.AddDays(-2) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
