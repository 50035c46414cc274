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

    private static IEnumerable<DateOnly> Days(CityPlan plan, BookView view, LightSettings settings, IReadOnlyCollection<LightOverride> overrides) =>
        plan.Tasks.SelectMany(t => t.WorkItems).SelectMany(i => RuleDays.Of(i, settings))
            .Concat(view.Targets().SelectMany(f => RuleDays.OfTarget(f.Period)))
            .Concat(overrides.Select(RuleDays.After));
}
