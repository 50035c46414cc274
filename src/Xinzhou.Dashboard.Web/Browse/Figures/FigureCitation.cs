namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>How a figure is cited: in plain words, and as GB/T 7714—2015 has it for a part of a document on the web.</summary>
/// <param name="Plain">A sentence: unit, indicator, period, value, stage, price basis, scope, document, date, addresses.</param>
/// <param name="Standard">题名[DS/OL]//文献题名. (公布日期)[引用日期]. 地址. No author: no source gives one.</param>
public sealed record FigureCitation(string Plain, string Standard)
{
    /// <summary>Cites a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="words">Says stage and date.</param>
    /// <param name="text">The texts of the page of a figure.</param>
    /// <param name="document">The title of its document, or what that speaks of.</param>
    /// <param name="page">The full address of its page here.</param>
    /// <param name="today">The day on which it is read, in Asia/Shanghai.</param>
    /// <param name="corrected">What has corrected it since, which a citation says; null if nothing has.</param>
    public static FigureCitation Of(
        Figure figure, FigureWords words, IStringLocalizer<FigurePage> text, string document, Uri page, DateOnly today, Figure? corrected = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(page);
        var value = figure.Value is null ? figure.Text ?? "" : FigurePoints.Sentence(figure, words);
        var statement = text[
            "CiteStatement", Names.Of(figure.Series.Unit), Names.Of(figure.Series.Indicator), words.Measure(figure.Series), Names.Period(figure), value, Qualified(figure, words, text)].Value
            + (corrected is null ? "" : text["CiteCorrected", FigurePoints.Sentence(corrected, words)].Value);
        var read = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // What became known with the import has no date of its own; a return has that of its release.
        var date = figure.IsDayUnstated ? null : words.KnownShort(figure);
        string?[] cited = [document, date ?? text["CiteUndated"].Value, figure.Source.Address];
        return new(
            text["CitePlain", statement, string.Join(text["CiteComma"].Value, cited.OfType<string>()), page, read].Value,
            $"{statement}[DS/OL]//{document}.{(date is null ? " " : $" ({FigureWords.KnownDate(figure)})")}[{read}]. {figure.Source.Address ?? page.ToString()}.");
    }

    /// <summary>What the value cannot be told without: its stage, at which prices, what is left out of it, and that its year is inferred.</summary>
    private static string Qualified(Figure figure, FigureWords words, IStringLocalizer<FigurePage> text)
    {
        string?[] parts =
        [
            words.Vintage(figure),
            figure is { Value: not null, PriceBasis: { } basis, Series.Measure: not (Measure.Gap or Measure.Share) } ? words.Prices(basis) : null,
            figure.Scope,
            figure.YearInferred ? text["CiteYearInferred"].Value : null,
        ];
        return string.Join(text["CiteComma"].Value, parts.Where(p => p is { Length: > 0 }));
    }
}
