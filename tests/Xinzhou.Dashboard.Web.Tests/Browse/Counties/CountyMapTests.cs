using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Tests.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

public sealed partial class CountyMapTests : ShellContext
{
    private static readonly StatisticalUnit Xinfu = Unit("140902", "忻府区", 1);
    private static readonly StatisticalUnit Dingxiang = Unit("140921", "定襄县", 2);
    private static readonly StatisticalUnit Park = Unit("140971", "五台山风景名胜区", 3);

    public CountyMapTests()
    {
        var store = new SnapshotStore();
        store.Replace(new Snapshot { Catalogue = new([], [Xinfu, Dingxiang, Park]) });
        Services.AddSingleton(store);
        Services.AddBrowse();
    }

    [Fact]
    public void Every_unit_is_a_link_with_its_name_and_value()
    {
        GoTo("/counties?asOf=2026-01-31");

        var map = Map(new() { ["140902"] = 266.2115m, ["140921"] = 71.2159m, ["140971"] = 9.9885m });

        var links = map.FindAll("svg a");
        Assert.Equal(["忻府区 266.2115亿元", "定襄县 71.2159亿元", "五台山风景名胜区 9.9885亿元"], links.Select(a => a.QuerySelector("title")!.TextContent));
        Assert.Equal(["266.2", "71.2", "10.0"], map.FindAll(".value").Select(t => t.TextContent));
        Assert.Equal("/counties/140902?asOf=2026-01-31", links[0].GetAttribute("href"));
    }

    [Fact]
    public void A_unit_without_a_figure_is_hatched_named_and_counted()
    {
        var map = Map(new() { ["140902"] = 266.2115m });

        Assert.Equal(2, map.FindAll(".unit.missing").Count);
        Assert.Equal(["266.2", "未取得", "未取得"], map.FindAll(".value").Select(t => t.TextContent));
        Assert.Contains("未取得 2个", map.Find(".key").TextContent, StringComparison.Ordinal);
        Assert.Equal("地区生产总值，2025年全年：县级单元分布图。最高忻府区，266.2115亿元；最低忻府区，266.2115亿元；没有可比数的2个。", map.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_unit_of_which_something_else_is_published_says_so_and_not_that_nothing_is()
    {
        var (made, year) = (new HandMade(), Period.FullYear(2025));
        CountyRow[] rows =
        [
            new(Dingxiang, made.Add(year, 71m, unit: Dingxiang, scope: "不包括开发区"), null, null, null, null, []),
            new(Park, made.Add(year, 10m, unit: Park, comparator: Comparator.AtLeast), null, null, null, null, []),
        ];

        var map = Map(new() { ["140902"] = 266.2115m }, rows);

        Assert.Equal(["266.2", "口径不同", "只公布界限"], map.FindAll(".value").Select(t => t.TextContent));
        Assert.Contains("口径不同 1个", map.Find(".key").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_computed_has_in_words_the_decimals_of_the_table()
    {
        var map = Render<CountyMap>(p => p
            .Add(m => m.What, "地区生产总值（占全市），2025年全年").Add(m => m.Values, new Dictionary<string, decimal> { ["140902"] = 266.2115m / 1330.4m * 100 })
            .Add(m => m.Uom, "%").Add(m => m.Decimals, CountyWords.ShareDecimals));

        Assert.Equal("忻府区 20.0%", map.FindAll("svg a title")[0].TextContent);
        Assert.Contains("最高忻府区，20.0%；最低忻府区，20.0%", map.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_figure_nothing_is_shaded()
    {
        var map = Map([]);

        Assert.Equal(3, map.FindAll(".unit.missing").Count);
        Assert.DoesNotContain("shade", map.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_map_shows_its_number_and_lists_what_it_does_not_draw()
    {
        Services.AddSingleton(new CountyShapes(10, 10, new Dictionary<string, CountyShape> { ["140902"] = new("M0 0L9 0L9 9Z", 5, 3) }, "示例（0000）0号"));

        var map = Map(new() { ["140902"] = 266.2115m, ["140921"] = 71.2159m });

        Assert.Equal("M0 0L9 0L9 9Z", Assert.Single(map.FindAll(".shape")).GetAttribute("d"));
        Assert.Contains("审图号：示例（0000）0号", map.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Contains("图上未绘：定襄县 71.2159亿元", map.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("示意", map.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bricks_of_all_units_lie_apart_within_the_drawing()
    {
        var shapes = CountyTiles.Shapes;
        var corners = shapes.ByUnit.Values
            .Select(s => (X: s.LabelX - 43, Y: s.LabelY - 46)).ToList();

        Assert.Equal(15, corners.Distinct().Count());
        Assert.All(corners, c => Assert.True(c.X >= 0 && c.Y >= 0 && c.X + 86 <= shapes.Width && c.Y + 92 <= shapes.Height));
        Assert.All(corners, a => Assert.DoesNotContain(corners, b => b != a && Math.Abs(a.X - b.X) < 89 && Math.Abs(a.Y - b.Y) < 95));
    }

    [Theory]
    [InlineData("tokens.css")]
    [InlineData("dark.css")]
    public void The_words_on_every_shade_have_a_contrast_of_4_6(string sheet)
    {
        var css = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "css", sheet));

        foreach (var shade in Enumerable.Range(1, 5))
        {
            var contrast = Contrast(Colour(css, $"seq-{shade}"), Colour(css, shade <= 3 ? "on-seq-low" : "on-seq-high"));
            Assert.True(contrast >= 4.6, FormattableString.Invariant($"--seq-{shade} in {sheet}: {contrast:0.00}"));
        }
    }

    private IRenderedComponent<CountyMap> Map(Dictionary<string, decimal> values, IReadOnlyList<CountyRow>? rows = null) => Render<CountyMap>(p => p
        .Add(m => m.What, "地区生产总值，2025年全年").Add(m => m.Values, values).Add(m => m.Uom, "亿元").Add(m => m.Rows, rows ?? []));

    private static StatisticalUnit Unit(string code, string name, int order) =>
        new() { Code = code, Name = name, Level = UnitLevel.County, Parent = "140900", Order = order };

    private static string Colour(string css, string name) => Regex.Match(css, $"--{name}: #([0-9A-F]{{6}});").Groups[1].Value;

    /// <summary>The contrast ratio of WCAG 2.2 between two sRGB colours.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }
}
