using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Which of the figures read are new, which are there already, which contradict what is stored.</summary>
/// <param name="New">To be stored, in the order of the file.</param>
/// <param name="Unchanged">How many are there already, in the store or on an earlier line.</param>
/// <param name="Faults">Other values than stored for the same figure of the same source, known from the same moment.</param>
internal sealed record Comparison(IReadOnlyList<FigureDraft> New, int Unchanged, IReadOnlyList<Fault> Faults)
{
    public static Comparison Of(IEnumerable<FigureDraft> drafts, FigureBook held)
    {
        var stated = held.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures)
            .GroupBy(FigureKey.Of)
            .ToDictionary(g => g.Key, g => g.Select(f => (f.KnownFrom, f.Statement)).ToList());
        var (added, faults, unchanged) = (new List<FigureDraft>(), new List<Fault>(), 0);
        foreach (var draft in drafts)
        {
            if (!stated.TryGetValue(draft.Key, out var vintages))
            {
                stated[draft.Key] = vintages = [];
            }

            // A figure whose date is not known is the same as any that says the same: else each import would add it again.
            var isUndated = draft.KnownFromBasis == KnownFromBasis.Recorded;
            if (vintages.Exists(v => v.Statement == draft.Statement && (isUndated || v.KnownFrom == draft.KnownFrom)))
            {
                unchanged++;
            }
            else if (vintages.Find(v => v.KnownFrom == draft.KnownFrom) is { KnownFrom.Ticks: > 0 } other)
            {
                if (other.Statement.Agrees(draft.Statement))
                {
                    unchanged++;
                    continue;
                }

                faults.Add(new(draft.Line, draft.Column, FaultReason.Clash, draft.Statement.ToString(), other.Statement.ToString()));
            }
            else
            {
                vintages.Add((draft.KnownFrom, draft.Statement));
                added.Add(draft);
            }
        }

        return new(added, unchanged, faults);
    }
}
