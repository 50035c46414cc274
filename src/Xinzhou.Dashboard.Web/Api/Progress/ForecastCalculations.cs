using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Web.Api.Calculations;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>Forecasts, computed from what is sent.</summary>
public sealed class ForecastCalculations(IStringLocalizer<ApiText> text)
{
    private const int MaxLevels = 20;
    private const string TooShort = "too_short";

    private static readonly double[] UsualLevels = [50, 80, 95];

    private static readonly Field Values = new("values", "Consecutive single-period values, never year-to-date; the latest last.", FieldForm.Numbers)
    { IsRequired = true, Most = SeriesLengths.Maximum, Example = "[7, 9, 8, 12, 13, 12, 15, 14]" };

    private static readonly Field Frequency = Field.OneOf<SeriesFrequency>("frequency",
        "How often there is a value. The least for a forecast: month 24, quarter 8, year 6; for a probability 36, 16, 8.");

    private static readonly Field Horizon = new("horizon", "How many values ahead.", FieldForm.Count)
    { IsRequired = true, Most = SeriesLengths.MaximumHorizon, Example = "8" };

    private static readonly Field Levels = new("levels", "The levels of the bands in %, above 0 and below 100. Default: 50, 80, 95.", FieldForm.Numbers)
    { Most = MaxLevels, Example = "[50, 80, 95]" };

    private static readonly Field Target = new("target", "What the last step is to reach.", FieldForm.Number) { Example = "20" };

    private static readonly Field Direction = Field.OneOf<ForecastDirection>("direction",
        "up: the target is met at it or above; down: at it or below. Default: up.") with
    { IsRequired = false };

    public IEnumerable<Calculation> All =>
    [
        new("forecast", "Progress", "How a series goes on, with bands and the probability of meeting a target.",
            [Values, Frequency, Horizon, Levels, Target, Direction], ApiJson.Default.ForecastItem, Compute),
    ];

    private ForecastItem? Compute(BodyReader body)
    {
        var (values, frequency, horizon) = (body.Numbers(Values), body.Code<SeriesFrequency>(Frequency), body.Count(Horizon));
        var (levels, target, direction) = (body.Numbers(Levels) ?? UsualLevels, body.Number(Target), body.Code<ForecastDirection>(Direction));
        if (!levels.All(l => l is > 0 and < 100)) body.Fault(Levels, text["Expected.Level"].Value);
        if (body.Faults.Count > 0) return null;

        if (values!.Count == 0) return Refuse(0, frequency!.Value);
        var forecast = Forecaster.Of(new()
        {
            Values = values,
            Frequency = frequency!.Value,
            Horizon = horizon!.Value,
            Levels = [.. levels.Distinct()],
            Target = target,
            Direction = direction ?? ForecastDirection.Up,
        });
        return forecast is null ? Refuse(values.Count, frequency.Value) : Item(forecast);
    }

    private ForecastItem Refuse(int count, SeriesFrequency frequency) => new(null, [], new Dictionary<string, BandItem>(), null)
    { Refused = new(TooShort, text["Forecast.TooShort", SeriesLengths.Of(frequency).Minimum, count]) };

    private ForecastItem Item(Forecast forecast) => new(
        Code.Of(forecast.Method),
        forecast.Mean,
        forecast.Intervals.ToDictionary(i => i.Level.ToString(CultureInfo.InvariantCulture), i => new BandItem(i.Lower, i.Upper)),
        new(forecast.Backtest.Combination, forecast.Backtest.SeasonalNaive))
    {
        Probability = forecast.Probability,
        Word = forecast.Likelihood is { } likelihood ? text[$"Likelihood.{likelihood}"].Value : null,
    };
}
