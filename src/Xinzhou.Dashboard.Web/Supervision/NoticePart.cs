using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>Part of a page on notices: it knows what is held, and waits until what was done is among it.</summary>
public abstract class NoticePart : WorkPart
{
    /// <summary>The words.</summary>
    [Inject]
    protected NoticeText Words { get; set; } = null!;

    /// <summary>What is held.</summary>
    [Inject]
    protected SnapshotStore Store { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private WorkingDays Days { get; set; } = null!;

    /// <summary>The notices as they stand now.</summary>
    protected NoticesNow Now() => new(Store.Current, new(Time.GetUtcNow()), Days);

    /// <summary>Waits until what is held is as it should be, or for some seconds.</summary>
    protected Task UntilAsync(Func<Snapshot, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return Store.UntilAsync(() => holds(Store.Current), Time, Leaving);
    }
}
