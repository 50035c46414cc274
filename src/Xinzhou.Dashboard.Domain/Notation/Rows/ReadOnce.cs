namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>What texts say: a file repeats its sources, vintages and units thousands of times, and each is read once.</summary>
/// <param name="read">Reads a text.</param>
internal sealed class ReadOnce<T>(Func<string, T> read)
{
    /// <summary>A file that has more has one a row: to keep what it says is then not worth its place.</summary>
    private const int MaxKnown = 2000;

    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);

    public T Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_known.Count == MaxKnown)
        {
            _known.Clear();
        }

        return _known[text] = read(text);
    }
}
