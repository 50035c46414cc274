using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Changes;

/// <summary>变化: one thing that is otherwise than at an earlier moment.</summary>
/// <param name="Kind">What is otherwise: a light, a figure, a target, a work item of the plan, an owner, a notice.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Subject">What it is: <c>tasks/3</c>, <c>items/3/2</c>, <c>targets/{id}</c>, <c>figures/{id}</c>, <c>supervision/{number}</c>, <c>commitments/…</c>, <c>outcomes/…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">Since when.</param>
/// <param name="From">What it was: of a light the colour, else in words; null where there was nothing.</param>
/// <param name="To">What it is; null where there is nothing.</param>
/// <param name="Causes">Why; of a light never empty.</param>
/// <param name="Steps">Of a light: its turns, the earliest first, the last of which says why it stands so; else empty.</param>
/// <param name="Text">All of it as a sentence.</param>
public sealed record ChangeItem(
    [property: Codes<ChangeKind>] string Kind,
    [property: Allowed(
        "worse", "better", "revised", "withdrawn", "set", "moved", "terms", "added", "restored", "rescheduled", "unit", "person", "opened", "closed", "reopened", "escalated")]
    string Change,
    string Subject,
    string Name,
    DateTimeOffset At,
    string? From,
    string? To,
    IReadOnlyList<ChangeCauseItem> Causes,
    IReadOnlyList<ChangeStepItem> Steps,
    string Text)
{
    internal static readonly IReadOnlyList<CsvColumn<ChangeItem>> Columns =
    [
        new("kind", c => c.Kind),
        new("change", c => c.Change),
        new("subject", c => c.Subject),
        new("name", c => c.Name),
        new("at", c => c.At.Cell()),
        new("from", c => c.From),
        new("to", c => c.To),
        new("causes", c => c.Causes.Select(w => w.Kind).Cell()),
        new("steps", c => c.Steps.Select(s => $"{s.At.Cell()}={s.To}").Cell()),
        new("text", c => c.Text),
    ];

    internal static ChangeItem Of(ChangeLine line, ChangeWords words, LightBoard board) => new(
        Code.Of(line.Kind),
        line.Change,
        line.Subject,
        line.Name,
        Instants.InShanghai(line.At),
        line.From,
        line.To,
        [.. line.Causes.Select(c => ChangeCauseItem.Of(c, words, board))],
        [.. line.Steps.Select(s => ChangeStepItem.Of(s, words, board))],
        line.Text);
}
