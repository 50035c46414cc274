namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>The current snapshot of this instance: read without waiting, replaced atomically.</summary>
public sealed class SnapshotStore
{
    private volatile Snapshot _current = Snapshot.Empty;
    private volatile bool _loaded;

    /// <summary>The newest snapshot; <see cref="Snapshot.Empty"/> until the first is loaded.</summary>
    public Snapshot Current => _current;

    /// <summary>False until the first snapshot is loaded: the instance is not ready.</summary>
    public bool IsLoaded => _loaded;

    /// <summary>Raised after the current snapshot was replaced, on the thread that replaced it. Handlers must be quick.</summary>
    public event Action? Changed;

    /// <summary>Replaces the current snapshot and tells whoever listens.</summary>
    public void Replace(Snapshot snapshot)
    {
        _current = snapshot;
        _loaded = true;
        Changed?.Invoke();
    }
}
