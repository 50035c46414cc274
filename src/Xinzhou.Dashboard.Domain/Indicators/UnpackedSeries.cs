namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// The series that were unpacked last. When they have many figures, those that nobody has asked for since their last turn are let go,
/// the longest held first: a form whose rows are judged again and again stays, whatever else is looked at once.
/// </summary>
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
            for (var turns = _held.Count; turns > 0 && _figures + figures > capacity; turns--)
            {
                var first = _held.Dequeue();
                if (first.Series.LetGo()) _figures -= first.Figures;
                else _held.Enqueue(first);
            }

            _held.Enqueue((series, figures));
            _figures += figures;
        }
    }
}
