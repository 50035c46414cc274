using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Changes;

/// <summary>Why something is otherwise. What a kind does not concern is null.</summary>
/// <param name="Kind">report: progress was reported; figure: one became known; revision; withdrawal; target: it moved; plan; threshold; time: a day came; override: decided or taken back by hand.</param>
/// <param name="Part">Of a task: the work item or target that it is due to.</param>
/// <param name="Figure">The id of the figure that became known, or was withdrawn, or is the target now.</param>
/// <param name="Other">The id of the figure in whose place it came; of a withdrawal the one that is shown again.</param>
/// <param name="Quarter">Of reported progress: its quarter.</param>
/// <param name="Percent">Of reported progress: the percent.</param>
/// <param name="PercentBefore">Of progress reported anew: the percent before.</param>
/// <param name="Day">The day that came.</param>
/// <param name="Source">The document that says so, or the reason that somebody gave.</param>
/// <param name="By">Who decided or set it.</param>
/// <param name="Reason">Why it was decided, set or withdrawn.</param>
/// <param name="Text">The same as a clause.</param>
public sealed record ChangeCauseItem(
    [property: Codes<TurnCauseKind>] string Kind,
    string? Part,
    string? Figure,
    string? Other,
    string? Quarter,
    decimal? Percent,
    decimal? PercentBefore,
    DateOnly? Day,
    string? Source,
    string? By,
    string? Reason,
    string Text)
{
    internal static ChangeCauseItem Of(TurnCause cause, ChangeWords words, LightBoard board) => new(
        Code.Of(cause.Kind),
        cause.Part?.ToString(),
        cause.Figure?.Key,
        cause.Other?.Key,
        cause.Report?.Quarter.Code,
        cause.Report?.Percent,
        cause.OtherReport?.Percent,
        cause.Day,
        cause.Statement?.Origin.Source ?? cause.Report?.Origin.Source,
        cause.Override?.By ?? cause.Settings?.By,
        cause.Override?.Reason ?? cause.Settings?.Reason ?? cause.Withdrawal?.Reason,
        words.Cause(cause, board));
}
