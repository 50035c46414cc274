using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Which of the figures read are new, which are there already, which contradict what is stored.</summary>
/// <param name="New">To be stored, in the order of the file.</param>
/// <param name="Unchanged">How many are there already, in the store or on an earlier line.</param>
/// <param name="Faults">Other values than stored for the same figure of the same source, known from the same moment.</param>
/// <param name="Notices">Figures that were withdrawn: they are there, and stay withdrawn.</param>
internal sealed record Comparison(IReadOnlyList<FigureDraft> New, int Unchanged, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Notices)
{
    public static Comparison Of(IEnumerable<FigureDraft> drafts, FigureBook held)
    {
        var stated = held.Histories.SelectMany(h => h.Groups)
            .SelectMany(g => g.Figures.Select(f => (Key: FigureKey.Of(f), Held: new Held(f.KnownFrom, f.StatedPriceBasis, f.Statement, g.WithdrawalOf(f) is not null))))
            .GroupBy(f => f.Key)
            .ToDictionary(g => g.Key, g => g.Select(f => f.Held).ToList());
        var (added, faults, notices, unchanged) = (new List<FigureDraft>(), new List<Fault>(), new List<Fault>(), 0);
        foreach (var draft in drafts)
        {
            if (!stated.TryGetValue(draft.Key, out var vintages))
            {
                stated[draft.Key] = vintages = [];
            }

            if (vintages.Find(v => v.Is(draft)) is { } same)
            {
                unchanged++;
                if (same.IsWithdrawn && !vintages.Exists(v => !v.IsWithdrawn && v.Is(draft)))
                {
                    notices.Add(new(draft.Line, draft.Column, FaultReason.StaysWithdrawn, draft.Statement.ToString()));
                }
            }
            else if (vintages.Find(v => !v.IsWithdrawn && v.KnownFrom == draft.KnownFrom) is { } other)
            {
                faults.Add(new(draft.Line, draft.Column, FaultReason.Clash, draft.Statement.ToString(), other.Statement.ToString()));
            }
            else
            {
                // Counted as the database counts: what states its price basis and what does not are two rows there.
                var withdrawn = vintages.Count(v => v.IsWithdrawn && v.KnownFrom == draft.KnownFrom && v.StatedPriceBasis == draft.StatedPriceBasis);
                vintages.Add(new(draft.KnownFrom, draft.StatedPriceBasis, draft.Statement, IsWithdrawn: false));
                added.Add(withdrawn > 0 ? draft with { AfterWithdrawn = withdrawn } : draft);
            }
        }

        return new(added, unchanged, faults, notices);
    }

    /// <summary>What is stored, or stands on an earlier line.</summary>
    private sealed record Held(DateTimeOffset KnownFrom, PriceBasis? StatedPriceBasis, Statement Statement, bool IsWithdrawn)
    {
        // A figure whose date is not known is the same as any that says the same: else each import would add it again.
        public bool Is(FigureDraft draft) => KnownFrom == draft.KnownFrom
            ? Statement.Agrees(draft.Statement)
            : draft.KnownFromBasis == KnownFromBasis.Recorded && Statement == draft.Statement;
    }
}
