using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>A proposal that is not decided yet.</summary>
public sealed partial class ProposalPanel(CommitmentChanges changes, IStringLocalizer<ProposalPanel> text)
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

    /// <summary>Raised when it was decided.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnDecided { get; set; }

    private IStringLocalizer<ProposalPanel> Text => text;

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
        await DoAsync(
            Right.SetTargets,
            actor => changes.DecideAsync(id, verdict, reason, actor, CancellationToken.None),
            now => now.Pledges.Proposals.Any(p => p.Id == id && p.Decision is not null),
            text[$"Done{verdict}"]);
        if (Refusal is null && Trouble is null) isRejecting = false;
        await OnDecided.InvokeAsync();
    }
}
