using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Which of the figures read are new, which are there already, which contradict what is stored.</summary>
/// <param name="New">To be stored, in the order of the file.</param>
/// <param name="Unchanged">How many are there already, in the store or on an earlier line.</param>
/// <param name="Faults">Other values than stored for the same figure of the same source, known from the same moment.</param>
/// <param name="Notices">Figures that were withdrawn: they are there, and stay withdrawn.</param>
internal sealed record Comparison(IReadOnlyCollection<FigureDraft> New, int Unchanged, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Notices)
{
    /// <param name="reading">What the file says.</param>
    /// <param name="held">What is stored of the units and years concerned.</param>
    /// <param name="onNew">Told of each figure that is new.</param>
    public static Comparison Of(FigureReading reading, FigureBook held, Action<FigureDraft> onNew)
    {
        var (added, faults, notices, unchanged) = (new NewFigures(reading.Figures), new List<Fault>(), new List<Fault>(), 0);
        var repeated = new Dictionary<FigureKey, List<Stated>>();
        foreach (var (index, draft) in reading.Figures.Index())
        {
            // What stands on earlier lines is kept only of figures that more than one line speaks of.
            var key = draft.Key;
            var isRepeated = reading.Keys.MayHave(key);
            if (!isRepeated || !repeated.TryGetValue(key, out var vintages))
            {
                vintages = [.. HeldOf(draft, key, held)];
                if (isRepeated)
                {
                    repeated.Add(key, vintages);
                }
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
                added.Add(index, vintages.Count(v => v.IsWithdrawn && v.KnownFrom == draft.KnownFrom && v.StatedPriceBasis == draft.StatedPriceBasis));
                vintages.Add(new(draft.KnownFrom, draft.StatedPriceBasis, draft.Statement, IsWithdrawn: false));
                onNew(draft);
            }
        }

        return new(added, unchanged, faults, notices);
    }

    private static IEnumerable<Stated> HeldOf(FigureDraft draft, FigureKey key, FigureBook held) =>
        held.Find(draft.Indicator.Code, draft.Unit.Code, draft.Measure, draft.Benchmark)?.Find(draft.Period, draft.Scope, draft.Kind, key.PriceBasis) is { } group
            ? group.Figures.Where(f => FigureKey.Of(f) == key).Select(f => new Stated(f.KnownFrom, f.StatedPriceBasis, f.Statement, group.WithdrawalOf(f) is not null))
            : [];

    /// <summary>What is stored, or stands on an earlier line.</summary>
    private sealed record Stated(DateTimeOffset KnownFrom, PriceBasis? StatedPriceBasis, Statement Statement, bool IsWithdrawn)
    {
        // A figure whose date is not known is the same as any that says the same: else each import would add it again.
        public bool Is(FigureDraft draft) => KnownFrom == draft.KnownFrom
            ? Statement.Agrees(draft.Statement)
            : draft.KnownFromBasis == KnownFromBasis.Recorded && Statement == draft.Statement;
    }
}
