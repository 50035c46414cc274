namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// The keys that several figures of a table have. Of each no more is kept than its hash, a number that another key may have
/// too: who asks is never told that a repeated key stands alone, and looks closely at the few others.
/// </summary>
public sealed class RepeatedKeys
{
    private readonly HashSet<int> _repeated = [];
    private HashSet<int> _all = [];

    internal RepeatedKeys()
    {
    }

    /// <summary>True when a key may be repeated.</summary>
    public bool Any => _repeated.Count > 0;

    /// <summary>True when several figures may have the key; false when one at most does.</summary>
    public bool MayHave(FigureKey key) => _repeated.Contains(key.GetHashCode());

    internal void Add(FigureKey key)
    {
        var hash = key.GetHashCode();
        if (!_all.Add(hash))
        {
            _repeated.Add(hash);
        }
    }

    /// <summary>No further key comes: those that stand alone are forgotten.</summary>
    internal void Complete() => _all = [];
}
