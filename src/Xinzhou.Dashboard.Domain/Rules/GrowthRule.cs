using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>A growth rate lies within bounds, in %.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Above">The rate must be greater; null for no such bound.</param>
/// <param name="Magnitude">The rate must not be further from zero; null for no such bound.</param>
public sealed record GrowthRule(string Code, Severity Severity, decimal? Above, decimal? Magnitude) : Rule(Code, Severity)
{
    public override bool Concerns(Series series) =>
        series.Measure is Measure.Yoy or Measure.YoySingle or Measure.Qoq or Measure.AvgGrowth or Measure.GrowthPrevSpan;

    public override Breach? Judge(BookView view, Figure figure) => figure.Value switch
    {
        { } rate when rate <= Above => new([], new("growth_floor", english => [FigureText.Of(figure, english), Above!])),
        { } rate when Math.Abs(rate) > Magnitude => new([], new("growth_bound", english => [FigureText.Of(figure, english), Magnitude!])),
        _ => null,
    };
}
