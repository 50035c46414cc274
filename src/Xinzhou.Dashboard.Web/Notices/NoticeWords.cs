using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Browse.Figures;

namespace Xinzhou.Dashboard.Web.Notices;

/// <summary>What a notice says, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class NoticeWords(IStringLocalizer<NoticesPage> text)
{
    /// <summary>The sentence.</summary>
    public string Says(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Kind switch
        {
            NoticeKind.Due or NoticeKind.Overdue or NoticeKind.Opened => text[$"Says{notice.Kind}", notice.DueAt is { } due ? FigureWords.Moment(due) : "—"],
            NoticeKind.Corrected when notice.Exported is { } exported => text["SaysExported", exported],
            NoticeKind.Corrected when notice.Reviewed is { } reviewed => text["SaysReviewed", reviewed],
            NoticeKind.Corrected when notice.Withdrawn is { } withdrawn => text["SaysWithdrawn", withdrawn],
            NoticeKind.Mentioned => text["SaysMentioned", notice.By ?? ""],
            _ => text[$"Says{notice.Kind}"],
        };
    }
}
