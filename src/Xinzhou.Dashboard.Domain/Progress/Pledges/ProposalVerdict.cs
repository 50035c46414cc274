namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>What became of a proposal.</summary>
public enum ProposalVerdict
{
    /// <summary>批准: it holds from then on.</summary>
    Approved,

    /// <summary>不予批准: what held goes on holding.</summary>
    Rejected,

    /// <summary>撤回, by who made it.</summary>
    Withdrawn,
}
