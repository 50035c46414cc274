using Xinzhou.Dashboard.Domain.Progress.Forecasting;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>What a forecast says, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class ForecastWords(IStringLocalizer<ForecastWords> text)
{
    /// <summary>A probability with its word: 约72%，可能. No false precision: whole percents, and nothing is certain.</summary>
    /// <param name="probability">0–1.</param>
    public string Probability(double probability)
    {
        var percent = (int)Math.Round(100 * probability, MidpointRounding.AwayFromZero);
        var number = percent < 1 ? text["Least"] : percent > 99 ? text["Most"] : text["About", percent];
        return text["NumberAndWord", number.Value, text[Forecast.LikelihoodOf(probability).ToString()].Value];
    }

    /// <summary>A forecast value with its unit, no finer than the latest published one.</summary>
    public static string Amount(SeriesOutlook outlook, double value)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return Names.Amount(Rounded(outlook, value), outlook.Series.Uom);
    }

    /// <summary>A band of a point to come, with its unit.</summary>
    public string Band(SeriesOutlook outlook, OutlookPoint point, double level)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        ArgumentNullException.ThrowIfNull(point);
        var (lower, upper) = point.Distribution.Interval(level);
        return Band(outlook, lower, upper);
    }

    /// <summary>A band with its unit: 1400至1600亿元.</summary>
    public string Band(SeriesOutlook outlook, double lower, double upper)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        var (from, to) = (Rounded(outlook, lower), Rounded(outlook, upper));
        var unit = UnitScale.Of([from, to], outlook.Series.Uom);
        return text["Band", unit.Number(from), unit.Number(to), unit.Behind];
    }

    /// <summary>Why there is no forecast, as sentences with how many values are missing.</summary>
    /// <param name="outlook">The outlook; null for a series that has no figures.</param>
    public string Refused(SeriesOutlook? outlook) => outlook switch
    {
        null => $"{text["Refused"]} {text["NoValues"]}",
        { Refusal: OutlookRefusal.BaseChanges } => text["BaseChanges"],
        { Refusal: OutlookRefusal.OutOfDate } => text["OutOfDate", Names.Period(outlook.Values[^1].Figure)],
        { Refusal: OutlookRefusal.Unchanging } => text["Unchanging", outlook.Values.Count],
        { Refusal: OutlookRefusal.NotBorneOut } => text["NotBorneOut", outlook.Values.Count],
        _ => $"{text["Refused"]} {text["Missing", outlook.Quarters, outlook.Missing.Quarters, outlook.Years, outlook.Missing.Years]}",
    };

    /// <summary>A value in the unit that is shown, no finer than the latest published one.</summary>
    internal static decimal Rounded(SeriesOutlook outlook, double value) => Math.Round(
        (decimal)Math.Clamp(value, -1e18, 1e18), Math.Min(2, (int)outlook.Values[^1].Value.Scale), MidpointRounding.AwayFromZero);
}
