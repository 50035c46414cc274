namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>All paused days of a matter as one set: a day that two pauses hold is paused once.</summary>
internal sealed class PausedDays
{
    // Apart from one another and in order.
    private readonly List<Pause> spells = [];

    public PausedDays(IEnumerable<Pause> pauses)
    {
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            if (spells.Count > 0 && pause.From <= spells[^1].To)
            {
                if (pause.To > spells[^1].To) spells[^1] = spells[^1] with { To = pause.To };
            }
            else
            {
                spells.Add(pause);
            }
        }
    }

    /// <summary>Whether a day is paused.</summary>
    public bool Contains(DateOnly day)
    {
        var (low, high) = (0, spells.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (day < spells[middle].From) high = middle - 1;
            else if (day > spells[middle].To) low = middle + 1;
            else return true;
        }

        return false;
    }
}
