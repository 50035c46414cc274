namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>
/// Values divided into at most five classes of nearly equal numbers of units, with round limits: a limit may leave its
/// equal share by one unit if it becomes rounder there (50, not 49), and by more only where equal values leave no place.
/// </summary>
public sealed class ValueClasses
{
    private const int MaxClasses = 5;

    /// <summary>The shades used when there are fewer classes than shades: far apart, the strongest kept.</summary>
    private static readonly int[][] Shades = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

    private ValueClasses(IReadOnlyList<decimal> limits) => Limits = limits;

    /// <summary>Ascending: a class begins at the limit below it and ends before the limit above it.</summary>
    public IReadOnlyList<decimal> Limits { get; }

    /// <summary>The number of classes; one more than limits.</summary>
    public int Count => Limits.Count + 1;

    /// <summary>Divides values; equal values stay together.</summary>
    public static ValueClasses Of(IEnumerable<decimal> values)
    {
        decimal[] sorted = [.. values.Order()];
        var classes = Math.Min(MaxClasses, sorted.Distinct().Count());
        var leeway = Math.Max(1, sorted.Length / (2 * MaxClasses));
        var limits = new List<decimal>();
        for (var i = 1; i < classes; i++)
        {
            var share = (int)Math.Round(sorted.Length * (decimal)i / classes, MidpointRounding.AwayFromZero);
            var limit = Enumerable.Range(1, sorted.Length - 1)
                .Where(n => sorted[n - 1] < sorted[n])
                .Select(n => (Round: Roundest(sorted[n - 1], sorted[n]), Distance: Math.Abs(n - share)))
                .Where(c => limits.Count == 0 || c.Round.Limit > limits[^1])
                .OrderBy(c => c.Distance <= leeway ? 0 : c.Distance).ThenByDescending(c => c.Round.Step).ThenBy(c => c.Distance)
                .Select(c => (decimal?)c.Round.Limit)
                .FirstOrDefault();
            if (limit is { } found)
            {
                limits.Add(found);
            }
        }

        return new(limits);
    }

    /// <summary>The shade of a value, from 1 (weakest) to 5.</summary>
    public int ShadeOf(decimal value) => Shade(Limits.Count(l => value >= l));

    /// <summary>The shade of a class, counted from 0.</summary>
    public int Shade(int index) => Shades[Count][index];

    /// <summary>The roundest number above one value and not above the next, and the step of which it is a multiple.</summary>
    private static (decimal Limit, decimal Step) Roundest(decimal above, decimal upTo)
    {
        if (above < 0 && upTo >= 0)
        {
            return (0, decimal.MaxValue);
        }

        var middle = (above + upTo) / 2;
        for (var power = 1_000_000_000_000m; ; power /= 10)
        {
            foreach (var step in (ReadOnlySpan<decimal>)[5 * power, 2 * power, power])
            {
                var limit = Math.Round(middle / step, MidpointRounding.AwayFromZero) * step;
                if (limit <= above)
                {
                    limit += step;
                }

                if (limit <= upTo)
                {
                    return (limit, step);
                }
            }
        }
    }
}
