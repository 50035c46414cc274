using System.Globalization;
using Microsoft.Extensions.Configuration;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Counties;

/// <summary>With maps of squares made up here: no real boundary.</summary>
public sealed class ApprovedMapTests : IDisposable
{
    private const string Number = "示例（0000）0号";
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void The_outlines_of_an_approved_map_are_drawn_to_scale_with_north_above()
    {
        Write(Square("140902", 0, 38), Square("140921", 1, 39));

        var shapes = Read(["140902", "140921"])!;

        Assert.Equal(Number, shapes.ApprovalNumber);
        Assert.Equal(["140902", "140921"], shapes.ByUnit.Keys.Order());
        // Two degrees by two, in the middle latitude of 39°: narrower by its cosine, 0.777.
        Assert.Equal(620m, shapes.Width);
        Assert.Equal(620m / 0.777m, shapes.Height, 0);
        Assert.Equal((155m, 465m), (shapes.ByUnit["140902"].LabelX, shapes.ByUnit["140921"].LabelX));
        Assert.True(shapes.ByUnit["140921"].LabelY < shapes.ByUnit["140902"].LabelY);
        Assert.StartsWith("M0 ", shapes.ByUnit["140902"].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"properties":{"code":140902},""")]
    [InlineData("""{"properties":{"gb":"156140902"},""")]
    [InlineData("""{"id":"140902","properties":null,""")]
    public void A_feature_names_its_unit_in_any_of_the_usual_ways(string head)
    {
        File.WriteAllText(_file, $$$"""{"type":"FeatureCollection","features":[{{{head}}}"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]}""");

        Assert.NotNull(Read(["140902"]));
    }

    [Theory]
    [InlineData("", "is not a GeoJSON")]
    [InlineData("[]", "is not a GeoJSON")]
    [InlineData("""{"type":"Topology"}""", "is not a GeoJSON")]
    [InlineData("""{"features":[{"id":"140902","geometry":{"type":"Point","coordinates":[1,2]}}]}""", "is a Point")]
    [InlineData("""{"features":[{"id":"140902","geometry":{"type":"Polygon","coordinates":[[[500000,4200000],[1,0],[1,1],[0,0]]]}}]}""", "degrees")]
    [InlineData("""{"features":[]}""", "140902")]
    public void What_is_wrong_with_a_file_is_said(string text, string said)
    {
        File.WriteAllText(_file, text);

        Assert.Null(ApprovedMap.Read(_file, Number, ["140902"], out var fault));
        Assert.Contains(said, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_take_the_map_and_its_number_together()
    {
        Write([.. CountyTiles.Shapes.ByUnit.Keys.Select((code, i) => Square(code, i, 38))]);

        Assert.Equal(Number, Settings(_file, Number).CountyMap.ApprovalNumber);
        Assert.Same(CountyTiles.Shapes, Settings(null, null).CountyMap);
        Assert.Contains("belong together", Assert.Throws<SettingsException>(() => Settings(_file, null)).Message, StringComparison.Ordinal);
        Assert.Contains("belong together", Assert.Throws<SettingsException>(() => Settings(null, Number)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<SettingsException>(() => Settings("/nowhere/map.json", Number)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_without_one_of_the_fifteen_units_is_refused()
    {
        Write([.. CountyTiles.Shapes.ByUnit.Keys.Where(c => c != "140971").Select((code, i) => Square(code, i, 38))]);

        Assert.Contains("has no polygon of the units 140971", Assert.Throws<SettingsException>(() => Settings(_file, Number)).Message, StringComparison.Ordinal);
    }

    private CountyShapes? Read(string[] units) => ApprovedMap.Read(_file, Number, units, out _);

    private static DashboardSettings Settings(string? file, string? number)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Dashboard:Map:GeoJson"] = file,
            ["Dashboard:Map:ApprovalNumber"] = number,
        }).Build();
        return DashboardSettings.Read(configuration, "/tmp", isDevelopment: true);
    }

    private void Write(params string[] features) =>
        File.WriteAllText(_file, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private static string Square(string code, int west, int south) => string.Create(CultureInfo.InvariantCulture,
        $$$"""{"type":"Feature","properties":{"adcode":"{{{code}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{west + 1}}},{{{south}}}],[{{{west + 1}}},{{{south + 1}}}],[{{{west}}},{{{south + 1}}}],[{{{west}}},{{{south}}}]]]}}""");
}
