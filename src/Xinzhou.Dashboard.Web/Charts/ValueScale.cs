namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The value axis: from zero or beyond it, with at most four round ticks.</summary>
/// <param name="Low">Value at the foot of the drawing.</param>
/// <param name="High">Value at the top.</param>
/// <param name="Ticks">Ascending, within Low and High.</param>
public sealed record ValueScale(decimal Low, decimal High, IReadOnlyList<decimal> Ticks)
{
    private const int MaxTicks = 4;

    private static readonly decimal[] Steps = [1, 2, 2.5m, 5, 10];

    /// <summary>The scale that holds the values.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="fromZero">Whether zero belongs to it; bars and stems want that.</param>
    public static ValueScale Of(IReadOnlyCollection<decimal> values, bool fromZero = true)
    {
        var low = values.Min();
        var high = values.Max();
        if (fromZero)
        {
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        }
        else if (high > low)
        {
            var margin = (high - low) / 10;
            (low, high) = (low - margin, high + margin);
        }

        if (high == low)
        {
            high = low + (low == 0 ? 1 : Math.Abs(low) / 10);
        }

        var step = StepFor(low, high);
        var first = Math.Ceiling(low / step) * step;
        var last = Math.Floor(high / step) * step;
        // A tick that lies just beyond the highest value closes the drawing, where four are not exceeded.
        if (Count(first, last, step) < MaxTicks && high - last > step * 0.6m)
        {
            last += step;
            high = last;
        }

        if (Count(first, last, step) < MaxTicks && first - low > step * 0.6m)
        {
            first -= step;
            low = first;
        }

        var ticks = new List<decimal>();
        for (var tick = first; tick <= last; tick += step)
        {
            ticks.Add(tick);
        }

        return new(low, high, ticks);
    }

    /// <summary>Where a value lies: 0 at the foot, 1 at the top.</summary>
    public decimal Share(decimal value) => (value - Low) / (High - Low);

    private static decimal StepFor(decimal low, decimal high)
    {
        var magnitude = 1m;
        while (magnitude * 10 < high - low)
        {
            magnitude *= 10;
        }

        while (magnitude > (high - low) && magnitude > 0.000001m)
        {
            magnitude /= 10;
        }

        for (magnitude /= 10; ; magnitude *= 10)
        {
            foreach (var step in Steps)
            {
                var size = step * magnitude;
                if (Count(Math.Ceiling(low / size) * size, Math.Floor(high / size) * size, size) <= MaxTicks)
                {
                    return size;
                }
            }
        }
    }

    private static decimal Count(decimal first, decimal last, decimal step) => (last - first) / step + 1;
}
