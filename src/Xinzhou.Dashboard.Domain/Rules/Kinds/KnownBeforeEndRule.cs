using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Rules.Kinds;

/// <summary>An actual figure is not known before its period ends. A bare year does not say when within it.</summary>
public sealed record KnownBeforeEndRule(string Code, Severity Severity) : Rule(Kind, Code, Severity)
{
    public static RuleKind Kind { get; } = new("known_before_period_end", typeof(KnownBeforeEndRule))
    {
        Reach = RuleReach.SingleFigure,
        Severity = Severity.Warning,
        Make = (code, d, _) => new KnownBeforeEndRule(code, d.Severity),
    };

    public override bool Concerns(Series series) => true;

    public override Breach? Judge(BookView view, Figure figure)
    {
        var known = Shanghai.DayOf(figure.KnownFrom);
        return figure is { Kind: ValueKind.Actual, Period: { IsBareYear: false, End: { } end } } && known < end
            ? Broken([], english => [figure.Period.FullName(english: english), known.ToString("yyyy-MM-dd", null)])
            : null;
    }
}
