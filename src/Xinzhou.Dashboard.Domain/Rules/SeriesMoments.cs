using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// What was worked out of a series for the moments that were asked for last. Moments between which nothing of the series
/// changed are one, and a few are held, so that readers of now and of then do not take it from each other.
/// </summary>
/// <typeparam name="T">What is worked out.</typeparam>
/// <param name="history">The series.</param>
public sealed class SeriesMoments<T>(SeriesHistory history) where T : class
{
    /// <summary>How many moments are held.</summary>
    public const int Capacity = 4;

    private readonly Lock _lock = new();
    private readonly List<(AsOf Key, T Value)> _held = [];
    private readonly DateTimeOffset[] _changes =
    [
        .. history.Groups.SelectMany(g => g.Figures.SelectMany(f => g.WithdrawalOf(f) is { } withdrawal
            ? new[] { f.KnownFrom, f.RecordedAt, withdrawal.KnownFrom, withdrawal.RecordedAt }
            : [f.KnownFrom, f.RecordedAt])).Distinct().Order(),
    ];

    /// <summary>What holds at a moment, worked out if it is not held.</summary>
    public T At(AsOf asOf, Func<AsOf, T> compute)
    {
        var key = asOf with
        {
            Moment = LastChange(asOf.Moment),
            RecordedBy = asOf.RecordedBy is { } recordedBy ? LastChange(recordedBy) : null,
        };
        lock (_lock)
        {
            var index = _held.FindIndex(h => h.Key == key);
            var entry = index < 0 ? (key, compute(key)) : _held[index];
            if (index >= 0)
            {
                _held.RemoveAt(index);
            }
            else if (_held.Count == Capacity)
            {
                _held.RemoveAt(0);
            }

            _held.Add(entry);
            return entry.Item2;
        }
    }

    private DateTimeOffset LastChange(DateTimeOffset moment)
    {
        var index = Array.BinarySearch(_changes, moment);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? _changes[index] : DateTimeOffset.MinValue;
    }
}
