using System.Collections;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Those figures of a file that are new, in its order; read anew whenever they are asked for.</summary>
/// <param name="figures">All figures of the file.</param>
internal sealed class NewFigures(IReadOnlyCollection<FigureDraft> figures) : IReadOnlyCollection<FigureDraft>
{
    private readonly BitArray _new = new(figures.Count);
    private readonly Dictionary<int, int> _afterWithdrawn = [];

    public int Count { get; private set; }

    /// <summary>Takes a figure for new.</summary>
    /// <param name="index">The place of the figure among all.</param>
    /// <param name="afterWithdrawn">How many withdrawn figures it takes the place of (<see cref="FigureDraft.AfterWithdrawn"/>).</param>
    public void Add(int index, int afterWithdrawn)
    {
        _new[index] = true;
        Count++;
        if (afterWithdrawn > 0)
        {
            _afterWithdrawn.Add(index, afterWithdrawn);
        }
    }

    public IEnumerator<FigureDraft> GetEnumerator() => figures
        .Select((figure, index) => (Figure: figure, Index: index))
        .Where(f => _new[f.Index])
        .Select(f => _afterWithdrawn.TryGetValue(f.Index, out var withdrawn) ? f.Figure with { AfterWithdrawn = withdrawn } : f.Figure)
        .GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
