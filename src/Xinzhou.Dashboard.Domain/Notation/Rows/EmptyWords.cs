namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>The words for nothing (NA, NULL) that cells have, in the order in which they were first said.</summary>
internal sealed class EmptyWords
{
    private readonly List<(string Text, int Line, string Column, int Count)> _said = [];

    public void Add(int line, string column, string text)
    {
        var known = _said.FindIndex(w => w.Text == text);
        if (known < 0)
        {
            _said.Add((text, line, column, 1));
        }
        else
        {
            _said[known] = _said[known] with { Count = _said[known].Count + 1 };
        }
    }

    /// <summary>A remark on each, with the number of the cells that say it.</summary>
    public IEnumerable<Fault> Remarks => _said.Select(w => new Fault(w.Line, w.Column, FaultReason.EmptyWord, w.Text, $"{w.Count}"));
}
