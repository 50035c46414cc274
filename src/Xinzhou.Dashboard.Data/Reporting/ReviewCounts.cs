namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>How many returns a reviewer's list has in each part of their way.</summary>
/// <param name="Shown">How many each part shows.</param>
/// <param name="Overdue">Of those that wait: how many press and were due.</param>
public sealed record ReviewCounts(IReadOnlyDictionary<ReviewShow, int> Shown, int Overdue)
{
    /// <summary>Nothing at all.</summary>
    public static ReviewCounts None { get; } = new(new Dictionary<ReviewShow, int>(), 0);

    /// <summary>How many a part shows.</summary>
    public int Of(ReviewShow show) => Shown.GetValueOrDefault(show);
}
