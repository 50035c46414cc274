namespace Xinzhou.Dashboard.Web.Browse.Sources;

/// <summary>
/// What a document is called in lists and headings: its title; where no title is known, what it speaks of, which is told from
/// its figures and is no title of its own (忻州市2019年地区生产总值等5个指标).
/// </summary>
public sealed class SourceTitles(IStringLocalizer<SourceTitles> text)
{
    /// <summary>True when the title of the document is known; a remark on what was reposted (转新华网) is none.</summary>
    public static bool IsTitled(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Title is { Length: > 0 } title && title[0] != '转';
    }

    /// <summary>The title, or what the document speaks of; its host where it supports nothing at the moment.</summary>
    public string Of(SourceSummary source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (IsTitled(source.Source) || source.Figures.Count == 0) return Names.Of(source.Source);
        var years = source.Figures.Select(f => f.Period.End?.Year).OfType<int>().DefaultIfEmpty().ToArray();
        var leading = source.Figures.GroupBy(f => f.Series.Indicator).MaxBy(g => g.Count())!.Key;
        return text[
            "Described",
            Text("Units", Names.Of(source.Units[0]), source.Units.Count),
            years.Min() == years.Max() ? text[years[0] == 0 ? "NoYear" : "Year", years[0]] : text["Years", years.Min(), years.Max()],
            Text("Indicators", Names.Of(leading), source.Indicators)];
    }

    private string Text(string what, string name, int count) => count == 1 ? name : text[what, name, count];
}
