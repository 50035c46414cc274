using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>An actual figure is not known before its period ends. A bare year does not say when within it.</summary>
public sealed record KnownBeforeEndRule(string Code, Severity Severity) : Rule(Code, Severity)
{
    public override bool Concerns(Series series) => true;

    public override Breach? Judge(BookView view, Figure figure)
    {
        var known = Shanghai.DayOf(figure.KnownFrom);
        return figure is { Kind: ValueKind.Actual, Period: { IsBareYear: false, End: { } end } } && known < end
            ? new([], new("known_before_period_end", english => [figure.Period.FullName(english: english), known.ToString("yyyy-MM-dd", null)]))
            : null;
    }
}
