using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>That a light takes another colour when a day comes, if nothing is reported, published or decided until then.</summary>
/// <param name="Subject">What it is the light of.</param>
/// <param name="Day">The first day of the other colour.</param>
/// <param name="From">The colour shown now.</param>
/// <param name="To">The light of that day.</param>
public sealed record LightTurn(LightSubject Subject, DateOnly Day, LightColour From, Light To)
{
    /// <summary>The next turn of each light up to a day, the earliest first; lights that do not turn have none.</summary>
    /// <param name="plan">The plan as it is known at the moment.</param>
    /// <param name="view">The figures as they are known at the moment.</param>
    /// <param name="settings">The settings that hold.</param>
    /// <param name="overrides">All that was ever decided.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="until">The last day that is looked at.</param>
    public static IReadOnlyList<LightTurn> Upcoming(
        CityPlan plan, BookView view, LightSettings settings, IReadOnlyCollection<LightOverride> overrides, AsOf asOf, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var now = LightBoard.Of(plan, view, settings, overrides, asOf);
        var turns = new Dictionary<LightSubject, LightTurn>();
        foreach (var day in Days(plan, view, settings, overrides).Where(d => d > now.Day && d <= until).Distinct().Order())
        {
            var then = LightBoard.Of(plan, view, settings, overrides, asOf with { Moment = Shanghai.StartOf(day) });
            foreach (var light in then.All)
            {
                if (!turns.ContainsKey(light.Subject) && now.Find(light.Subject) is { } today && today.Colour != light.Colour)
                {
                    turns.Add(light.Subject, new(light.Subject, day, today.Colour, light));
                }
            }
        }

        return [.. turns.Values.OrderBy(t => t.Day)];
    }

    /// <summary>The days on which a rule begins to say something else.</summary>
    private static IEnumerable<DateOnly> Days(CityPlan plan, BookView view, LightSettings settings, IReadOnlyCollection<LightOverride> overrides)
    {
        foreach (var item in plan.Tasks.SelectMany(t => t.WorkItems).Where(i => !i.IsWithdrawn))
        {
            if (item is not { Start.Day: { } start, Due.Day: { } due }) continue;
            yield return start;
            yield return Shifted(due, 1);
            yield return Shifted(due, -settings.DueSoonDays);
            for (var (quarter, last) = (Quarter.Of(start), Quarter.Of(due)); quarter.LastDay <= last.LastDay; quarter = quarter.Next)
            {
                yield return Shifted(quarter.LastDay, settings.ReportDays + 1);
                if (quarter is { Year: 9999, Number: 4 }) break;
            }
        }

        // A target is judged otherwise in its year and after it.
        foreach (var year in view.Targets().Select(f => TargetFigures.YearOf(f.Period)).OfType<int>())
        {
            yield return new(year, 1, 1);
            if (year < DateOnly.MaxValue.Year) yield return new(year + 1, 1, 1);
        }

        foreach (var decided in overrides) yield return Shifted(decided.Until, 1);
    }

    private static DateOnly Shifted(DateOnly day, int by) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
