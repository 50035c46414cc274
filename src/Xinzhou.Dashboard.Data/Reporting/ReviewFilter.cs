using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Which returns a reviewer's list shows.</summary>
/// <param name="Show">Those that wait, or in another part of their way.</param>
/// <param name="Quarter">Of one quarter; null for all.</param>
/// <param name="Form">The code of one form; null for all.</param>
/// <param name="Department">The code of one department; null for all.</param>
public sealed record ReviewFilter(ReviewShow Show, Quarter? Quarter, string? Form, string? Department)
{
    /// <summary>True when something besides the part of the way is chosen.</summary>
    public bool IsNarrowed => Quarter is not null || Form is not null || Department is not null;

    /// <summary>The returns that are shown.</summary>
    internal IQueryable<ReturnEntity> Of(IQueryable<ReturnEntity> returns) => Show switch
    {
        ReviewShow.Waiting => Narrowed(returns).Where(r => r.State == ReturnState.Submitted),
        ReviewShow.Returned => Narrowed(returns).Where(r => r.State == ReturnState.Returned),
        ReviewShow.Owed => Narrowed(returns).Where(r => r.State == ReturnState.Open || r.State == ReturnState.InProgress),
        ReviewShow.Correcting => Narrowed(returns).Where(r => r.Correction != null),
        ReviewShow.Released => Narrowed(returns).Where(r => r.State == ReturnState.Released),
        _ => Narrowed(returns),
    };

    /// <summary>The returns of the quarter, form and department, wherever on their way.</summary>
    internal IQueryable<ReturnEntity> Narrowed(IQueryable<ReturnEntity> returns)
    {
        if (Quarter is { } quarter) returns = returns.Where(r => r.Quarter == quarter);
        if (Form is { } form) returns = returns.Where(r => r.FormCode == form);
        if (Department is { } department) returns = returns.Where(r => r.DepartmentCode == department);
        return returns;
    }
}
