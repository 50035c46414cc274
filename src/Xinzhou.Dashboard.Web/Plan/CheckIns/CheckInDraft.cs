namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>What is typed of a check-in, as it is typed.</summary>
public sealed record CheckInDraft
{
    public string Percent { get; init; } = "";

    public string Done { get; init; } = "";

    public string Next { get; init; } = "";

    public string Obstacles { get; init; } = "";

    /// <summary>The numbers of the files that go along.</summary>
    public IReadOnlyList<long> Evidence { get; init; } = [];

    /// <summary>The number of the last check-in when it was begun; null if there was none.</summary>
    public long? Seen { get; init; }
}
