using System.Collections.Concurrent;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>
/// Figures as lists write them in JSON. What is shown and judged now is written once for all lists that hold it, until anything
/// changes or it becomes too much; then all of it goes.
/// </summary>
/// <param name="shaper">Shapes and judges a figure.</param>
public sealed class WrittenFigures(FigureShaper shaper)
{
    /// <summary>Some hundred thousand figures; those of a city are a tenth of it.</summary>
    private const long GreatestTotal = 64L * 1024 * 1024;

    private volatile Generation _current = new(Snapshot.Empty, default);

    /// <summary>How a list writes its rows: each figure of now at most once, everything else anew.</summary>
    public Func<FigureRow, WrittenItem> For(ReadRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.IsOfNow) return Write;
        var now = request.Snapshot.Figures.Settled(request.AsOf);
        var current = _current;
        if (!current.Holds(request.Snapshot, now)) _current = current = new(request.Snapshot, now);
        // A derived quarter belongs to two figures.
        return row => row.Figure is { } figure ? current.Get((figure.Id, row.Preferred, request.English), row, Write) : Write(row);

        WrittenItem Write(FigureRow row) => Answers.Written(shaper.Shape(request, row), ApiJson.Default.FigureItem);
    }

    /// <summary>The figures of one state, at one moment.</summary>
    private sealed class Generation(Snapshot snapshot, AsOf now)
    {
        private readonly ConcurrentDictionary<(long Id, bool Preferred, bool English), WrittenItem> _written = new();
        private long _total;

        public bool Holds(Snapshot other, AsOf moment) => ReferenceEquals(snapshot, other) && now == moment;

        public WrittenItem Get((long Id, bool Preferred, bool English) key, FigureRow row, Func<FigureRow, WrittenItem> write)
        {
            if (_written.TryGetValue(key, out var written)) return written;
            written = write(row);
            // With what it takes to keep it.
            var size = written.Json.Length + 160;
            if (Interlocked.Add(ref _total, size) > GreatestTotal)
            {
                _written.Clear();
                Interlocked.Exchange(ref _total, size);
            }

            _written.TryAdd(key, written);
            return written;
        }
    }
}
