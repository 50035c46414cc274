using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>A proposal that is not decided yet; or has been while somebody looked at it.</summary>
public sealed partial class ProposalPanel(CommitmentChanges changes, TargetWords targets, IStringLocalizer<ProposalPanel> text)
{
    private bool isRejecting;

    /// <summary>The proposal.</summary>
    [Parameter, EditorRequired]
    public required CommitmentProposal Proposal { get; set; }

    /// <summary>The plan that it would change.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    /// <summary>True for somebody with the right to decide, who still does not decide on his own.</summary>
    [Parameter]
    public bool MayDecide { get; set; }

    /// <summary>Who looks at it.</summary>
    [Parameter]
    public Guid? Me { get; set; }

    /// <summary>Raised when it was decided here.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDecided { get; set; }

    private IStringLocalizer<ProposalPanel> Text => text;

    /// <summary>What somebody else has decided of it while it stood here; null while it is open.</summary>
    private string? Decided => Proposal.Decision is not { } decision ? null
        : text[decision.Reason.Length == 0 ? "DecidedMeanwhile" : "DecidedWhy", decision.By, FigureWords.Moment(decision.At), targets.Verdict(decision.Verdict), decision.Reason].Value;

    private bool IsMine => Proposal.AuthorId == Me;

    private string Shown(string value) => value.Length == 0 ? text["Empty"] : value;

    private void AskReject()
    {
        BeginAnew();
        isRejecting = true;
    }

    private async Task DecideAsync(ProposalVerdict verdict, string? reason)
    {
        var id = Proposal.Id;
        var isDone = await DoAsync(
            Right.SetTargets,
            actor => changes.DecideAsync(id, verdict, reason, actor, CancellationToken.None),
            now => now.Pledges.Proposals.Any(p => p.Id == id && p.Decision is not null),
            text[$"Done{verdict}"]);
        // Another was before: the page shows what he decided as soon as it holds it.
        if (Faults.Any(f => f.Reason == PlanCheckReason.AlreadyDecided)) await UntilAsync(now => now.Pledges.Proposals.Any(p => p.Id == id && p.Decision is not null));
        if (!isDone) return;
        isRejecting = false;
        await OnDecided.InvokeAsync();
    }
}
