using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>
/// Walks over every reading page that a link leads to, in both languages, and holds what stands there to the API: figures that
/// lead to where they come from, what drawings tell, and the numbers with a unit in between. Counts, days, ranks, shares and
/// sums are computed by the pages and are no figures; they are not asked of the API.
/// </summary>
public sealed partial class CrawlerTests(LiveDashboard dashboard) : IClassFixture<LiveDashboard>
{
    private const int MaxPages = 900;

    private static readonly string[] Rooms =
        ["dimensions", "indicators", "counties", "tasks", "milestones", "programmes", "sources", "figures", "about-data"];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_number_of_every_page_is_the_one_of_the_api_with_its_unit_and_its_word(string language)
    {
        var figures = await FiguresAsync();
        var loose = new LooseNumbers(figures.Values);
        var faults = new List<string>();
        var pages = 0;
        await foreach (var (path, page) in PagesAsync(language))
        {
            pages++;
            string[] found =
            [
                .. DrawnNumbers.Faults(page, figures, language == "en"),
                .. Headline(path, page, figures, language == "en"),
                .. language == "en" ? [] : loose.Faults(page),
                .. Faults(page, figures, language == "en"),
            ];
            faults.AddRange(found.Select(f => $"{path}: {f}"));
        }

        Assert.InRange(pages, 100, MaxPages - 1);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Take(40).Prepend($"{faults.Count} faults")));
    }

    /// <summary>The large number of a figure's own page.</summary>
    private static IEnumerable<string> Headline(string path, IDocument page, Dictionary<string, HeldFigure> figures, bool english)
    {
        if (KeyOf().Match(path) is { Success: true } own && figures.TryGetValue(own.Groups[1].Value, out var held) && held.Value is not null
            && page.QuerySelector("main .statement p.value")?.TextContent.Trim() is { } said && !held.UnitsOf(said, english).Any(unit => said.Contains(unit.Name, StringComparison.Ordinal) || !held.IsLevel))
        {
            yield return $"is {held.Value} {held.Uom} and is said to be “{said}”";
        }
    }

    private static IEnumerable<string> Faults(IDocument page, Dictionary<string, HeldFigure> figures, bool english)
    {
        foreach (var link in page.QuerySelectorAll("main a.figure"))
        {
            var key = KeyOf().Match(link.GetAttribute("href")!).Groups[1].Value;
            var said = link.TextContent.Trim();
            if (!figures.TryGetValue(key, out var held))
            {
                yield return $"{key} is no figure of the API: {said}";
            }
            else if (held.Value is { } value)
            {
                var units = held.UnitsOf(said, english).ToArray();
                if (units.Length == 0) yield return $"{key} is {value} {held.Uom} and is said to be “{said}”";
                if (held.IsLevel && !units.Any(unit => HasUnit(link, unit.Name))) yield return $"{key} has no unit: “{said}”";
                if (!Around(link).Append(link.Closest(".panel")?.TextContent ?? "").Any(text => held.HasWord(text, english))) yield return $"{key} is a {held.Kind} and does not say so: “{said}”";
            }
        }

        if (!english) yield break;
        foreach (var line in page.QuerySelectorAll("main br").ToArray()) line.ReplaceWith(page.CreateTextNode(" "));
        foreach (var own in page.QuerySelectorAll("main [lang=zh-CN]").ToArray()) own.Remove();
        foreach (Match glued in Glued().Matches(page.QuerySelector("main")!.TextContent)) yield return $"a unit that reads as a number: “{glued.Value}”";
    }

    /// <summary>Whether the unit stands with the number: in the link, in its row, in a heading of its table, in the sentence or card.</summary>
    private static bool HasUnit(IElement link, string unit) =>
        unit.Length == 0 || Around(link).Any(text => text.Contains(unit, StringComparison.Ordinal));

    private static IEnumerable<string> Around(IElement link)
    {
        yield return link.TextContent;
        if (link.Closest("tr, li, p, dd, article, .stat") is { } near) yield return near.TextContent;
        if (link.Closest("article, .digest > div, .first, .stat") is { } card) yield return card.TextContent;
        if (link.Closest("table")?.QuerySelector("thead") is { } head) yield return head.TextContent;
    }

    private async IAsyncEnumerable<(string Path, IDocument Page)> PagesAsync(string language)
    {
        var parser = new HtmlParser();
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal) { "/" }, new Queue<string>(["/"]));
        while (next.TryDequeue(out var path) && seen.Count < MaxPages)
        {
            using var answer = await dashboard.Client.GetAsync(new Uri($"{path}?lang={language}", UriKind.Relative));
            var page = parser.ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.IsSuccessStatusCode, $"{path} answers {(int)answer.StatusCode}");
            foreach (var link in page.QuerySelectorAll("a[href]"))
            {
                var to = "/" + (link.GetAttribute("href") ?? "").TrimStart('/').Split('?', '#')[0];
                if (Rooms.Contains(to.Split('/')[1]) && seen.Add(to)) next.Enqueue(to);
            }

            yield return (path, page);
        }
    }

    private async Task<Dictionary<string, HeldFigure>> FiguresAsync()
    {
        var found = new Dictionary<string, HeldFigure>(StringComparer.Ordinal);
        for (var cursor = ""; cursor is not null;)
        {
            using var json = JsonDocument.Parse(await dashboard.Client.GetStringAsync(
                new Uri($"figures?vintages=true&limit=500{(cursor.Length > 0 ? $"&cursor={Uri.EscapeDataString(cursor)}" : "")}", UriKind.Relative)));
            foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
            {
                string? Text(string name) => item.GetProperty(name).GetString();
                found[Text("id")!] = new(
                    Text("value") is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null,
                    Text("uom") ?? "", Text("kind")!, Text("measure") is "level" or "share", Text("unit")!);
            }

            cursor = json.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        return found;
    }

    [GeneratedRegex("/figures/(f[0-9]{10})")]
    private static partial Regex KeyOf();

    [GeneratedRegex(@"\d(?:million|billion|trillion|yuan|people|visits|[kMGT]Wh?\b|[MG]t\b|pp\b)|\d[  ]?10{1,2}[  ]?(?:m|k|MW|GW|MWh|GWh|kt|Mt)\b|\b(?:100m|10k)\b|[0-9][亿万]")]
    private static partial Regex Glued();
}
