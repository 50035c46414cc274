using System.Text.Json;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Forecasting;

/// <summary>
/// A quarterly series of the M competition: public research data. S. Makridakis and others, The accuracy of extrapolation (time
/// series) methods, Journal of Forecasting 1 (1982), 111–153.
/// </summary>
/// <param name="Known">What a forecast may see.</param>
/// <param name="Future">The 8 values that followed.</param>
internal sealed record CompetitionSeries(double[] Known, double[] Future)
{
    /// <summary>All 203.</summary>
    public static IReadOnlyList<CompetitionSeries> All { get; } = Read();

    /// <summary>200 · mean(|y − f| ÷ (|y| + |f|)), in %: the measure of the competitions.</summary>
    public double SymmetricError(IReadOnlyList<double> forecast) =>
        200 * Future.Zip(forecast, (y, f) => Math.Abs(y - f) / (Math.Abs(y) + Math.Abs(f))).Average();

    private static CompetitionSeries[] Read()
    {
        using var stream = typeof(CompetitionSeries).Assembly.GetManifestResourceStream("m1-quarterly.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(s => new CompetitionSeries(Numbers(s, "x"), Numbers(s, "xx")))];
    }

    private static double[] Numbers(JsonElement series, string name) => [.. series.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
}
