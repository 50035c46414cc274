using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>A work page that looks again whenever something is saved, by whomever.</summary>
public abstract class LivePage : WorkPage
{
    /// <summary>What is held.</summary>
    [Inject]
    protected SnapshotStore Store { get; set; } = null!;

    /// <summary>Whether the page has looked for the first time; until then it need not look again.</summary>
    protected virtual bool HasLooked => true;

    /// <summary>Works out anew what the page shows, from what is held now.</summary>
    protected abstract void Look();

    /// <summary>From now on the page looks again whenever something else is held.</summary>
    protected void Follow()
    {
        // Who left while the page awaited something is gone already: nobody would take the handler away again.
        if (!Leaving.IsCancellationRequested) Store.Changed += OnChanged;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Store.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    // Raised on the thread that replaced the snapshot: only hands over.
    private void OnChanged() => _ = InvokeAsync(() =>
    {
        if (Leaving.IsCancellationRequested || !HasLooked) return;
        Look();
        StateHasChanged();
    });
}
