using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Judges returns against a snapshot.</summary>
public static class SnapshotJudge
{
    /// <summary>The judge of a moment.</summary>
    public static ReturnJudge Judge(this Snapshot.Snapshot snapshot, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new(snapshot.Figures, snapshot.Rules, now, snapshot.Progress);
    }
}
