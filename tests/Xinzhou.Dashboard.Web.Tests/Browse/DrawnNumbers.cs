using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>What drawings tell of figures: marks with their tooltips, the table below, the text alternative, the map.</summary>
internal static partial class DrawnNumbers
{
    public static IEnumerable<string> Faults(IDocument page, IReadOnlyDictionary<string, HeldFigure> figures, bool english) =>
        page.QuerySelectorAll("main figure.chart").SelectMany(chart => OfChart(chart, figures, english))
            .Concat(page.QuerySelectorAll("main figure.county-map svg a").SelectMany(unit => OfMap(unit, figures)));

    private static IEnumerable<string> OfChart(IElement chart, IReadOnlyDictionary<string, HeldFigure> figures, bool english)
    {
        // The name of an indicator may have a number: PM2.5.
        var told = Number().Matches(chart.Owner?.QuerySelector("h1")?.TextContent ?? "").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var row in chart.QuerySelectorAll("details.data tbody tr"))
        {
            var said = row.QuerySelector("td.num")?.TextContent.Trim() ?? "";
            told.UnionWith(row.Children.SelectMany(cell => Number().Matches(cell.TextContent)).Select(m => m.Value));
            if (row.QuerySelector("a[href*='/figures/']") is { } source && Fault(source, said, row.TextContent, figures, english) is { } fault) yield return $"table of {chart.Id}: {fault}";
        }

        foreach (var mark in chart.QuerySelectorAll("svg a[href*='/figures/']"))
        {
            if (mark.QuerySelector("[data-tip]")?.GetAttribute("data-tip") is not { } tip) continue;
            var said = tip.Split('\n')[1];
            said = said[(said.LastIndexOfAny(['：', ':']) + 1)..].Trim();
            if (Fault(mark, said, tip, figures, english) is { } fault) yield return $"mark of {chart.Id}: {fault}";
        }

        // The sentence says nothing that does not stand in the table: periods, values, and how many there are.
        var rows = chart.QuerySelectorAll("details.data tbody tr").Length;
        var alternative = chart.QuerySelector(".said[role=img]")?.GetAttribute("aria-label") ?? "";
        foreach (Match number in Number().Matches(alternative))
        {
            if (!told.Contains(number.Value) && !(int.TryParse(number.Value, CultureInfo.InvariantCulture, out var count) && count <= rows))
            {
                yield return $"{chart.Id}: {number.Value} is said of it and does not stand in its table: “{alternative}”";
            }
        }
    }

    /// <summary>Each unit of the map has the value of a figure of that unit, or says that there is none.</summary>
    private static IEnumerable<string> OfMap(IElement unit, IReadOnlyDictionary<string, HeldFigure> figures)
    {
        var code = Code().Match(unit.GetAttribute("href") ?? "").Value;
        var said = unit.QuerySelector("title")?.TextContent ?? "";
        if (Number().Match(said) is { Success: true } number
            && !figures.Values.Any(f => f.Unit == code && f.HasDigitsOf(decimal.Parse(number.Value, CultureInfo.InvariantCulture))))
        {
            yield return $"map: {code} has no such figure: “{said}”";
        }
    }

    private static string? Fault(IElement link, string said, string around, IReadOnlyDictionary<string, HeldFigure> figures, bool english)
    {
        var key = Key().Match(link.GetAttribute("href")!).Value;
        return !figures.TryGetValue(key, out var held) ? $"{key} is no figure of the API: {said}"
            : held.Value is null ? null
            : !held.UnitsOf(said, english).Any() ? $"{key} is {held.Value} {held.Uom} and is said to be “{said}”"
            : !held.HasWord(around, english) ? $"{key} is a {held.Kind} and does not say so: “{around}”"
            : null;
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex("f[0-9]{10}")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex Code();
}
