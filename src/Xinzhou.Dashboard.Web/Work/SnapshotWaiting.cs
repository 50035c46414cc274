using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Waiting until what was done is in the snapshot.</summary>
internal static class SnapshotWaiting
{
    // The snapshot follows a commit within moments; a page that waits longer shows what it has.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Waits until what is held is as it should be, or for some seconds.</summary>
    public static async Task UntilAsync(this SnapshotStore store, Func<bool> holds, TimeProvider time, CancellationToken cancellation)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += Look;
        try
        {
            Look();
            await Task.WhenAny(held.Task, Task.Delay(Timeout, time, cancellation));
        }
        finally
        {
            store.Changed -= Look;
        }

        void Look()
        {
            if (holds()) held.TrySetResult();
        }
    }
}
