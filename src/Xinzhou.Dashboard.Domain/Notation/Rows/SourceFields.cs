using System.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>Where the figures of a row come from: source, vintage and quote.</summary>
internal sealed class SourceFields
{
    /// <summary>In bytes of UTF-8: a source is found by an index, whose entries are bounded.</summary>
    private const int LongestSource = 2000;
    private const string Ditto = "同上";

    // A file repeats its sources and vintages thousands of times: each is read once.
    private readonly Dictionary<string, SourceText> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VintageText> _vintages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lastQuotes = new(StringComparer.Ordinal);

    /// <summary>The source; null with a fault.</summary>
    public SourceText? SourceOf(RowFields row)
    {
        var text = row.Text(ImportColumns.Source);
        if (Encoding.UTF8.GetByteCount(text) > LongestSource)
        {
            row.Wrong(ImportColumns.Source, new(FaultReason.TooManyBytes, $"{LongestSource}"));
        }

        if (text.Length == 0)
        {
            row.Wrong(ImportColumns.Source, new(FaultReason.NoSource));
            return null;
        }

        if (!_sources.TryGetValue(text, out var source))
        {
            _sources[text] = source = SourceText.Read(text);
        }

        return source;
    }

    public VintageText VintageOf(RowFields row)
    {
        var text = row.Text(ImportColumns.Vintage);
        if (!_vintages.TryGetValue(text, out var vintage))
        {
            _vintages[text] = vintage = VintageText.Read(text);
        }

        return vintage;
    }

    /// <summary>
    /// The quote; 同上 is the nearest above with the same source, and nothing where there is none. Asked once for each
    /// row, in the order of the file.
    /// </summary>
    public string? QuoteOf(RowFields row, SourceText source)
    {
        var quote = row.TextOrNull(ImportColumns.Quote);
        if (quote == Ditto)
        {
            return _lastQuotes.GetValueOrDefault(source.Identity);
        }

        if (quote is not null)
        {
            _lastQuotes[source.Identity] = quote;
        }

        return quote;
    }
}
