using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>From when on something takes part, by a clock.</summary>
internal static class Moments
{
    public static DateTimeOffset At(this Clock clock, DateTimeOffset knownFrom, DateTimeOffset recordedAt) =>
        clock == Clock.Recorded && recordedAt > knownFrom ? recordedAt : knownFrom;

    public static DateTimeOffset At(this Clock clock, PlanStatement said) => clock.At(said.Origin.KnownFrom, said.Origin.RecordedAt);

    public static DateTimeOffset At(this Clock clock, Figure figure) => clock.At(figure.KnownFrom, figure.RecordedAt);

    public static DateTimeOffset At(this Clock clock, Withdrawal withdrawal) => clock.At(withdrawal.KnownFrom, withdrawal.RecordedAt);

    /// <summary>When figures of a statement came and went.</summary>
    public static IEnumerable<DateTimeOffset> Of(this Clock clock, FigureGroup group) =>
        group.Figures.Select(f => clock.At(f))
            .Concat(group.Figures.Select(group.WithdrawalOf).OfType<Withdrawal>().Select(w => clock.At(w)));

    /// <summary>When something was decided, and when its time was over.</summary>
    public static IEnumerable<DateTimeOffset> Of(LightOverride decided) => [decided.At, Shanghai.StartOf(RuleDays.After(decided))];
}
