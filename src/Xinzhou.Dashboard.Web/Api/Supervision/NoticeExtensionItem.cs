using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>延期: a date that was granted in place of the one before.</summary>
/// <param name="To">The day by which it is to be settled.</param>
/// <param name="Reason">Why, with the plan.</param>
/// <param name="By">Who granted it.</param>
/// <param name="At">When.</param>
public sealed record NoticeExtensionItem(DateOnly To, string? Reason, string? By, DateTimeOffset At)
{
    internal static IReadOnlyList<NoticeExtensionItem> Of(Notice notice) =>
        [.. notice.Extensions.Where(e => e.Until is not null).Select(e => new NoticeExtensionItem(e.Until!.Value, e.Text, e.By?.Name, Instants.InShanghai(e.At)))];
}
