using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the proposals to change commitments, and the signatures. What is not understood is left out.</summary>
internal static class PledgeReader
{
    /// <param name="context">The context.</param>
    /// <param name="leftOut">Counts what is left out; null where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<PledgeBook> ReadAsync(DashboardContext context, LeftOutRows? leftOut, CancellationToken cancellation)
    {
        leftOut?.Forget("commitment_proposals", "commitment_decisions", "commitment_signatures");
        var proposals = await KnownRows.ReadAsync(context, context.CommitmentProposals, "commitment_proposals", leftOut, cancellation);
        var decisions = await KnownRows.ReadAsync(context, context.CommitmentDecisions, "commitment_decisions", leftOut, cancellation);
        var signatures = await KnownRows.ReadAsync(context, context.CommitmentSignatures, "commitment_signatures", leftOut, cancellation);
        Guid[] people = [.. proposals.Select(p => p.ProposedBy).Concat(decisions.Select(d => d.DecidedBy)).Distinct()];
        var names = await context.Users.Where(u => people.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        var decided = decisions.ToDictionary(d => d.ProposalId, d => new ProposalDecision(d.Verdict, d.Reason, names[d.DecidedBy], d.DecidedAt));
        return PledgeBook.Of(
            proposals.Select(p => new CommitmentProposal
            {
                Id = p.Id,
                Said = p.Statement,
                Reason = p.Reason,
                AuthorId = p.ProposedBy,
                By = names[p.ProposedBy],
                At = p.ProposedAt,
                Decision = decided.GetValueOrDefault(p.Id),
            }),
            signatures.Select(s => new CommitmentSignature(s.Id, s.FigureId, s.Digest, s.Terms, s.Person, s.SignedAt, s.Factor)));
    }
}
