using System.Text;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>Where the figures of a row come from: source, vintage and quote.</summary>
/// <param name="keepsQuotes">True where a row may repeat the quote of one above: only then are quotes kept.</param>
internal sealed class SourceFields(bool keepsQuotes)
{
    /// <summary>In bytes of UTF-8: a source is found by an index, whose entries are bounded.</summary>
    private const int LongestSource = 2000;
    private const string Ditto = "同上";

    private readonly ReadOnce<SourceText> _sources = new(SourceText.Read);
    private readonly ReadOnce<VintageText> _vintages = new(VintageText.Read);
    private readonly Dictionary<string, string> _lastQuotes = new(StringComparer.Ordinal);
    private (SourceText? Source, VintageText? Vintage, Reliability Reliability) _last;

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

        return _sources.Of(text);
    }

    public VintageText VintageOf(RowFields row) => _vintages.Of(row.Text(ImportColumns.Vintage));

    /// <summary>The reliability of a figure; rows of one source stand together as a rule, and then it is the same.</summary>
    /// <param name="source">The source of the row, as <see cref="SourceOf"/> gave it.</param>
    /// <param name="vintage">Its vintage, as <see cref="VintageOf"/> gave it.</param>
    /// <param name="byHost">What the installation has decided on; always the same.</param>
    public Reliability ReliabilityOf(SourceText source, VintageText vintage, IReadOnlyDictionary<string, Reliability>? byHost)
    {
        if (!ReferenceEquals(_last.Source, source) || !ReferenceEquals(_last.Vintage, vintage)) _last = (source, vintage, source.Reliability(vintage, byHost));
        return _last.Reliability;
    }

    /// <summary>True for a row whose quote is that of one above.</summary>
    public static bool RepeatsQuote(RowFields row) => row.Text(ImportColumns.Quote) == Ditto;

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

        if (keepsQuotes && quote is not null)
        {
            _lastQuotes[source.Identity] = quote;
        }

        return quote;
    }
}
