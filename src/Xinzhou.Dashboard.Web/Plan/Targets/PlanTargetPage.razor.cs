using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>One target: who owes it and how, what is proposed of it, and what it was before. Who keeps the plan reads it; a leader says it.</summary>
public sealed partial class PlanTargetPage(
    Caller caller,
    NavigationManager navigation,
    Address address,
    PlanWords words,
    TargetWords targetWords,
    SourceNames documents,
    IStringLocalizer<PlanTargetPage> text)
{
    private TargetLine? line;
    private CommitmentProposal? shown;
    private bool mayEdit;
    private Guid? me;

    /// <summary>The id of the target's figure.</summary>
    [Parameter]
    public string Key { get; set; } = "";

    private Address Address => address;

    private PlanWords Words => words;

    private TargetWords TargetWords => targetWords;

    private string Document => documents.Of(line!.Target.Figure.Source, Now.Snapshot.DigestAt(Now.Moment));

    private IStringLocalizer<PlanTargetPage> Text => text;

    /// <summary>
    /// What is said when something is said of a target: of this one alone if something is held of it alone or nothing is held yet, else of
    /// all of the indicator, unit and period, as a document said it.
    /// </summary>
    internal static CommitmentTarget TargetOf(TargetLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var figure = line.Target.Figure;
        return line.Commitment?.Target
            ?? new(figure.Series.Indicator.Code, figure.Series.Unit.Code, figure.Period.Code, figure.Period.Kind, figure.Series.Measure, figure.Series.Benchmark);
    }

    protected override async Task OnInitializedAsync()
    {
        await GuardAsync(async () =>
        {
            var user = await caller.FindAsync(Leaving);
            (me, mayEdit) = (user?.Id, user?.Has(Right.SetTargets) == true);
        });
    }

    protected override void OnParametersSet()
    {
        (line, shown) = (null, null);
        Look();
        if (line is null) navigation.NotFound();
    }

    protected override void ShowNow()
    {
        // A later document may have put another figure in its place; what stands here is then the last that was seen.
        line = Figure.IdOf(Key) is { } id && Now.Lights.Targets.FirstOrDefault(t => t.Figure.Id == id) is { } target ? TargetLine.Of(target, Now) : line;
        // A proposal that somebody else decides while it is looked at goes on standing here, with what was decided.
        shown = line?.Proposal ?? (shown is { } seen ? Now.Pledges.Proposals.FirstOrDefault(p => p.Id == seen.Id) : null);
    }

    private void DoneWith()
    {
        shown = null;
        Look();
    }
}
