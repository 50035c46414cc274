using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Waits until pages show what was just committed.</summary>
internal static class SnapshotWait
{
    // The snapshot follows a commit within moments; a page that waits longer shows what it has.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Waits, for a few seconds at most.</summary>
    /// <param name="store">Gives snapshots.</param>
    /// <param name="isShown">Whether a snapshot has it.</param>
    /// <param name="time">The clock.</param>
    public static async Task UntilAsync(this SnapshotStore store, Func<Snapshot, bool> isShown, TimeProvider time)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += Check;
        try
        {
            Check();
            await Task.WhenAny(shown.Task, Task.Delay(Timeout, time));
        }
        finally
        {
            store.Changed -= Check;
        }

        void Check()
        {
            if (isShown(store.Current)) shown.TrySetResult();
        }
    }
}
