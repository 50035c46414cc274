namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>The figures that the page being rendered shows: the bar above it says how many of them are generated.</summary>
public sealed class FiguresOnPage
{
    private readonly HashSet<long> _all = [];
    private readonly HashSet<long> _generated = [];

    /// <summary>Raised when a figure is shown that was not shown before.</summary>
    public event Action? Changed;

    /// <summary>How many figures there are.</summary>
    public int Count => _all.Count;

    /// <summary>How many of them are generated.</summary>
    public int Generated => _generated.Count;

    /// <summary>Notes that a figure is shown; once, however often it is.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="generated">Whether it is of the demonstration.</param>
    public void Add(Figure figure, bool generated)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (!_all.Add(figure.Id)) return;
        if (generated) _generated.Add(figure.Id);
        Changed?.Invoke();
    }
}
