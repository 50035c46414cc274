using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>What a table states of the same figures on several lines.</summary>
internal static class StatedFigures
{
    /// <summary>
    /// The figures, by line and column, to which an earlier line gives another value; lines that agree are both kept and
    /// counted.
    /// </summary>
    /// <param name="figures">The figures in the order of the table.</param>
    /// <param name="faults">Takes what contradicts an earlier line.</param>
    public static HashSet<(int Line, string Column)> Contradictions(IEnumerable<FigureDraft> figures, FaultList faults)
    {
        var stated = new Dictionary<(FigureKey, DateTimeOffset), (int Line, Statement Statement)>();
        var contradicting = new HashSet<(int, string)>();
        foreach (var figure in figures)
        {
            if (!stated.TryAdd((figure.Key, figure.KnownFrom), (figure.Line, figure.Statement))
                && stated[(figure.Key, figure.KnownFrom)] is var earlier && !earlier.Statement.Agrees(figure.Statement))
            {
                faults.Add(figure.Line, figure.Column, figure.Statement.ToString(),
                    new(FaultReason.Duplicate, $"{earlier.Line}", earlier.Statement.ToString()));
                contradicting.Add((figure.Line, figure.Column));
            }
        }

        return contradicting;
    }
}
