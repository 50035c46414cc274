using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>Which returns the list shows, as its address says.</summary>
/// <param name="Show">Those that wait, or in another part of their way.</param>
/// <param name="Quarter">Of one quarter; null for all.</param>
/// <param name="Form">The code of one form; null for all.</param>
/// <param name="Department">The code of one department; null for all.</param>
public sealed record ReviewFilter(ReviewShow Show, Quarter? Quarter, string? Form, string? Department)
{
    /// <summary>True when something besides the part of the way is chosen.</summary>
    public bool IsNarrowed => Quarter is not null || Form is not null || Department is not null;

    /// <summary>Whether a return is shown.</summary>
    public bool Takes(ReviewItem item) => Takes(item, Show);

    /// <summary>Whether a return would be shown in another part of the way.</summary>
    public bool Takes(ReviewItem item, ReviewShow show)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (Quarter is null || item.Summary.Quarter == Quarter)
            && (Form is null || item.Summary.FormCode == Form)
            && (Department is null || item.Summary.Department.Code == Department)
            && show switch
            {
                ReviewShow.Waiting => item.Waits,
                ReviewShow.Returned => item.Summary.State == ReturnState.Returned,
                ReviewShow.Owed => item.Summary.State is ReturnState.Open or ReturnState.InProgress,
                ReviewShow.Correcting => item.Correction is not null,
                ReviewShow.Released => item.Summary.State == ReturnState.Released,
                _ => true,
            };
    }
}
