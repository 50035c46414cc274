using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>All proposals to change commitments, and all signatures; both are only ever added to.</summary>
public sealed class PledgeBook
{
    private readonly ILookup<CommitmentTarget, CommitmentProposal> _byTarget;
    private readonly ILookup<string, CommitmentSignature> _byDigest;
    private readonly ILookup<long, CommitmentSignature> _byFigure;
    private readonly DateTimeOffset[] _changes;

    private PledgeBook(IReadOnlyList<CommitmentProposal> proposals, IReadOnlyList<CommitmentSignature> signatures)
    {
        (Proposals, Signatures) = (proposals, signatures);
        _byTarget = proposals.ToLookup(p => p.Said.Target);
        _byDigest = signatures.ToLookup(s => s.Digest, StringComparer.Ordinal);
        _byFigure = signatures.ToLookup(s => s.FigureId);
        _changes = [.. proposals.Select(p => p.At).Concat(proposals.Select(p => p.Decision?.At).OfType<DateTimeOffset>()).Concat(signatures.Select(s => s.At)).Order()];
    }

    public static PledgeBook Empty { get; } = new([], []);

    /// <summary>All proposals, the earliest first.</summary>
    public IReadOnlyList<CommitmentProposal> Proposals { get; }

    /// <summary>All signatures, the earliest first.</summary>
    public IReadOnlyList<CommitmentSignature> Signatures { get; }

    /// <param name="proposals">All proposals.</param>
    /// <param name="signatures">All signatures.</param>
    public static PledgeBook Of(IEnumerable<CommitmentProposal> proposals, IEnumerable<CommitmentSignature> signatures) =>
        new([.. proposals.OrderBy(p => p.Id)], [.. signatures.OrderBy(s => s.Id)]);

    /// <summary>The proposals of a commitment, the earliest first.</summary>
    public IEnumerable<CommitmentProposal> ProposalsOf(CommitmentTarget target) => _byTarget[target];

    /// <summary>The proposal of a commitment that is not decided yet; null if there is none.</summary>
    public CommitmentProposal? Pending(CommitmentTarget target) => _byTarget[target].FirstOrDefault(p => p.Decision is null);

    /// <summary>The signature under the terms as they stand, as it was known at a moment; null while they are not signed.</summary>
    /// <param name="terms">The terms as they stand at the moment.</param>
    /// <param name="asOf">The moment.</param>
    public CommitmentSignature? SignatureUnder(TargetTerms terms, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _byDigest[terms.Digest].LastOrDefault(s => IsKnownAt(s, asOf));
    }

    /// <summary>
    /// The last signature of a target that was signed under other terms than those that stand now, as it was known at a moment: it has
    /// fallen away. Null where none has, or where the terms as they stand are signed.
    /// </summary>
    /// <param name="terms">The terms as they stand at the moment.</param>
    /// <param name="asOf">The moment.</param>
    public CommitmentSignature? FallenAway(TargetTerms terms, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return SignatureUnder(terms, asOf) is null
            ? _byFigure[terms.Target.Id].LastOrDefault(s => IsKnownAt(s, asOf) && s.Digest != terms.Digest)
            : null;
    }

    /// <summary>The latest moment not after <paramref name="now"/> at which something was proposed, decided or signed; null if nothing was.</summary>
    public DateTimeOffset? LastChange(DateTimeOffset now)
    {
        var index = Array.BinarySearch(_changes, now);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _changes[index] : null;
    }

    private static bool IsKnownAt(CommitmentSignature signature, AsOf asOf) => signature.At <= asOf.Moment && asOf.Holds(signature.At);
}
