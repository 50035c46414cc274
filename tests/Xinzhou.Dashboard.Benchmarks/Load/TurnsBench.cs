using System.Globalization;
using Xinzhou.Dashboard.Benchmarks.Machine;

namespace Xinzhou.Dashboard.Benchmarks.Load;

/// <summary>
/// Lets contenders have their turns one after the other, again and again, each time beginning with another: what else happens on
/// the machine meets all of them alike, and each is compared with what another had in the same round.
/// </summary>
internal static class TurnsBench
{
    /// <summary>Measures contenders and tells what they gave.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="rounds">How many turns each has; one more, before, does not count.</param>
    /// <param name="contenders">Who.</param>
    public static async Task<Table> RunAsync(string title, int rounds, IReadOnlyList<Contender> contenders)
    {
        var samples = contenders.ToDictionary(c => c.Name, _ => new List<Sample>());
        foreach (var contender in contenders) await contender.TurnAsync();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < contenders.Count; i++)
            {
                var contender = contenders[(i + round) % contenders.Count];
                samples[contender.Name].Add(await contender.TurnAsync());
            }
        }

        var table = new Table(title, "a second", "CPU, ms each", "median, ms", "p95, ms");
        foreach (var contender in contenders)
        {
            var own = samples[contender.Name];
            table.Add(
                contender.Name, contender.Against.Select(other => Ratio(own, samples[other], other)),
                Spread.Of(own.Select(s => s.PerSecond)), Spread.Of(own.Select(s => s.CpuMilliseconds)),
                Spread.Of(own.Select(s => s.MedianMilliseconds)), Spread.Of(own.Select(s => s.P95Milliseconds)));
        }

        return table;
    }

    /// <summary>Of the rounds, one with the other: 21 % of M (20–22), 11 × naive (10–12).</summary>
    private static string Ratio(List<Sample> own, List<Sample> others, string name)
    {
        if (Spread.Of(own.Zip(others).Select(p => p.First.PerSecond / p.Second.PerSecond)) is not { } spread) return $"{name} gave nothing";
        return spread.Median >= 2
            ? string.Create(CultureInfo.InvariantCulture, $"{Spread.Text(spread.Median)} × {name} ({Spread.Text(spread.Lowest)}–{Spread.Text(spread.Highest)})")
            : string.Create(CultureInfo.InvariantCulture, $"{100 * spread.Median:F0} % of {name} ({100 * spread.Lowest:F0}–{100 * spread.Highest:F0})");
    }
}
