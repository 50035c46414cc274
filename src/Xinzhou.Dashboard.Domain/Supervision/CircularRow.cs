namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>A row of a monthly circular, with the notices behind each of its counts.</summary>
/// <param name="Group">What it is of.</param>
/// <param name="Key">The code of the unit or of the grade; null for all together.</param>
/// <param name="Notices">The notices behind each count, in the order in which they were issued.</param>
public sealed record CircularRow(CircularGroup Group, string? Key, IReadOnlyDictionary<CircularCount, IReadOnlyList<Notice>> Notices)
{
    /// <summary>How many there are of a count.</summary>
    public int this[CircularCount count] => Notices[count].Count;

    /// <summary>Whether it counts anything.</summary>
    public bool CountsAny => Notices.Values.Any(n => n.Count > 0);
}
