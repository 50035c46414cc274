using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>暂停计时: days that do not count.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who decided.</param>
public sealed record NoticePauseItem(DateOnly From, DateOnly To, string? Reason, string? By)
{
    internal static IReadOnlyList<NoticePauseItem> Of(Notice notice) =>
    [
        .. notice.Events.Where(e => e is { Act: NoticeAct.Pause, From: not null, Until: not null })
            .Select(e => new NoticePauseItem(e.From!.Value, e.Until!.Value, e.Text, e.By?.Name)),
    ];
}
