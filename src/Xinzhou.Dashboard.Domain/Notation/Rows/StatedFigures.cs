namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>The figures that a table states, in its order.</summary>
/// <param name="faults">Takes what contradicts an earlier line.</param>
internal sealed class StatedFigures(FaultList faults)
{
    private readonly Dictionary<(FigureKey, DateTimeOffset), FigureDraft> _stated = [];
    private readonly List<FigureDraft> _figures = [];

    public IReadOnlyList<FigureDraft> All => _figures;

    /// <summary>Adds a figure unless an earlier line gives the same one another value; lines that agree are both kept and counted.</summary>
    public void Add(FigureDraft draft)
    {
        var key = (draft.Key, draft.KnownFrom);
        if (_stated.TryGetValue(key, out var earlier) && !earlier.Statement.Agrees(draft.Statement))
        {
            faults.Add(draft.Line, draft.Column, draft.Statement.ToString(),
                new(FaultReason.Duplicate, $"{earlier.Line}", earlier.Statement.ToString()));
            return;
        }

        _stated.TryAdd(key, draft);
        _figures.Add(draft);
    }
}
