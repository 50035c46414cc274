namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Gives of equal attributes always the same object, so that figures share it. What repeats does so among neighbours: when it holds
/// many, it begins anew.
/// </summary>
public sealed class AttributePool
{
    private const int MaxHeld = 1 << 16;

    private readonly HashSet<FigureAttributes> _held = [];
    private FigureAttributes? _last;

    /// <summary>The attributes, or those equal to them that were given before.</summary>
    public FigureAttributes Of(FigureAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (attributes.Equals(_last)) return _last;
        if (!_held.TryGetValue(attributes, out var held))
        {
            if (_held.Count == MaxHeld) _held.Clear();
            _held.Add(held = attributes);
        }

        return _last = held;
    }
}
