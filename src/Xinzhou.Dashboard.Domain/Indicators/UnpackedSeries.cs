namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The series that were unpacked last. When they have many figures, those that were unpacked first are let go.</summary>
/// <param name="capacity">So many figures are kept.</param>
internal sealed class UnpackedSeries(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<(SeriesHistory Series, int Figures)> _held = new();
    private int _figures;

    /// <summary>Keeps a series; it is told to let go of its figures when others need the room.</summary>
    public void Add(SeriesHistory series, int figures)
    {
        lock (_lock)
        {
            _held.Enqueue((series, figures));
            _figures += figures;
            while (_figures > capacity && _held.TryDequeue(out var first))
            {
                _figures -= first.Figures;
                first.Series.LetGo();
            }
        }
    }
}
