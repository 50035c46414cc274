using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Changes;

/// <summary>One turn of a light.</summary>
/// <param name="At">From when on it has the other colour.</param>
/// <param name="From">The colour before; null where there was no such light.</param>
/// <param name="To">The colour since; null where there was no such light any more.</param>
/// <param name="Causes">Why; never empty.</param>
public sealed record ChangeStepItem(
    DateTimeOffset At,
    [property: Codes<LightColour>] string? From,
    [property: Codes<LightColour>] string? To,
    IReadOnlyList<ChangeCauseItem> Causes)
{
    internal static ChangeStepItem Of(LightStep step, ChangeWords words, LightBoard board) => new(
        Instants.InShanghai(step.At),
        step.Before is { } before ? Code.Of(before.Colour) : null,
        step.After is { } after ? Code.Of(after.Colour) : null,
        [.. step.Causes.Select(c => ChangeCauseItem.Of(c, words, board))]);
}
