using System.Collections;
using System.Collections.Frozen;
using Xinzhou.Dashboard.Domain.Notation.Rows;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The figures of a table in its order: held where they are few, else read anew from its rows whenever they are asked for.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Its columns.</param>
/// <param name="Names">The indicators and units that it may name.</param>
/// <param name="Options">What reading depends on besides.</param>
internal sealed record TableFigures(SourceTable Table, TableCells Cells, NameResolver Names, ReadingOptions Options) : IReadOnlyCollection<FigureDraft>
{
    /// <summary>How many figures the rows state.</summary>
    public required int Stated { get; init; }

    /// <summary>True when a row repeats the quote of one above.</summary>
    public required bool RepeatsQuotes { get; init; }

    /// <summary>All that the rows state, where it is held; null where it is too much.</summary>
    public IReadOnlyList<FigureDraft>? Held { get; init; }

    /// <summary>Those that contradict an earlier line, which are left out.</summary>
    public IReadOnlySet<(int Line, string Column)> Contradicting { get; init; } = FrozenSet<(int, string)>.Empty;

    public int Count => Stated - Contradicting.Count;

    /// <summary>The same at another moment of import: a figure whose day nobody knows is known from then.</summary>
    public TableFigures At(DateTimeOffset now) => this with
    {
        Options = Options with { Now = now },
        Held = Held?.Select(f => f.KnownFrom == Options.Now ? f with { KnownFrom = now } : f).ToList(),
    };

    public IEnumerator<FigureDraft> GetEnumerator() =>
        (Held ?? Read()).Where(f => Contradicting.Count == 0 || !Contradicting.Contains((f.Line, f.Column))).GetEnumerator();

    private IEnumerable<FigureDraft> Read()
    {
        var rows = new FigureRows(Cells, Names, Options, new(Table.Faults), RepeatsQuotes);
        return Table.Rows.SelectMany(rows.Read);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
