using System.Collections.Concurrent;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>
/// What a document is called in chips, lists and headings: its title; where no title is known, what it speaks of, which is told from
/// its figures and is no title of its own (忻州市2019年地区生产总值等5个指标).
/// </summary>
/// <param name="text">The words.</param>
public sealed class SourceNames(IStringLocalizer<SourceNames> text)
{
    /// <summary>True when the title of the document is known; a remark on what was reposted (转新华网) or attached (附件 a.xls) is none.</summary>
    public static bool IsTitled(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Title is { Length: > 0 } title && title[0] != '转' && !title.StartsWith("附件", StringComparison.Ordinal);
    }

    /// <summary>The title, or what the document speaks of at a moment; where it supports nothing then, its host or citation.</summary>
    /// <param name="source">The document.</param>
    /// <param name="digest">What is known at the moment.</param>
    public string Of(SourceDocument source, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return IsTitled(source) ? source.Title! : digest.Other(view => new Described(view)).Of(source, this);
    }

    /// <summary>The same, of the figures that are known of it.</summary>
    /// <param name="source">The document.</param>
    /// <param name="figures">The figures that it supports.</param>
    public string Of(SourceDocument source, IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (IsTitled(source)) return source.Title!;
        var (units, indicators, years) = (new Dictionary<string, StatisticalUnit>(), new Dictionary<string, (Indicator Indicator, int Count)>(), new SortedSet<int>());
        foreach (var figure in figures)
        {
            var (unit, indicator) = (figure.Series.Unit, figure.Series.Indicator);
            units[unit.Code] = unit;
            indicators[indicator.Code] = (indicator, indicators.GetValueOrDefault(indicator.Code).Count + 1);
            if (figure.Period.End is { Year: var year }) years.Add(year);
        }

        return units.Count == 0 ? Plain(source) : text[
            "Described",
            Text("Units", Names.Of(units.Values.MinBy(u => u.Order)!), units.Count),
            years.Count == 0 ? "" : years.Min == years.Max ? text["Year", years.Min].Value : text["Years", years.Min, years.Max].Value,
            Text("Indicators", Names.Of(indicators.Values.OrderByDescending(i => i.Count).ThenBy(i => i.Indicator.Order).First().Indicator), indicators.Count)];
    }

    /// <summary>The title, else the host: on a picture, which is taken out of its page and leads nowhere, what a document speaks of would say nothing of where it is.</summary>
    /// <param name="source">The document.</param>
    public static string Cited(SourceDocument source) => IsTitled(source) ? source.Title! : Plain(source);

    private string Text(string what, string name, int count) => count == 1 ? name : text[what, name, count];

    /// <summary>A document of which nothing else is known: the host of its address, the name of its file, its number.</summary>
    private static string Plain(SourceDocument source) => source switch
    {
        { Link.Host: var host } => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host,
        { Address: { } address } => Short(address),
        _ => source.Title ?? source.Key,
    };

    /// <summary>An address that is no web address, short: the scheme and the name of the file (github · county_panel.csv).</summary>
    private static string Short(string address)
    {
        var scheme = address.IndexOf(':', StringComparison.Ordinal);
        if (scheme <= 0)
        {
            return address;
        }

        var path = address[(scheme + 1)..].Split('@')[0];
        return $"{address[..scheme]} · {path[(path.LastIndexOf('/') + 1)..]}";
    }

    /// <summary>The documents that were described at a moment: a page names the same ones often.</summary>
    private sealed class Described(BookView view)
    {
        private readonly ConcurrentDictionary<(int Source, bool English), string> _names = new();

        public string Of(SourceDocument source, SourceNames names) => _names.GetOrAdd((source.Id, Languages.IsEnglish), _ =>
            names.Of(source, view.Book.Citing(source.Id).SelectMany(view.KnownFigures).Where(f => f.Source.Id == source.Id)));
    }
}
