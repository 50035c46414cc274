using System.Runtime.InteropServices;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Packs figures as they come: none is held as an object.</summary>
public sealed class FigurePacker
{
    /// <summary>Series lie in arrays of this length, not in one each.</summary>
    private const int ArrayLength = 1 << 20;

    private readonly FigureTables _tables = new();
    private readonly Dictionary<int, PackedSeries.Packing> _series = [];

    /// <summary>Packs a figure.</summary>
    /// <param name="figure">The figure; those of several series may come in any order.</param>
    public void Add(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        (CollectionsMarshal.GetValueRefOrAddDefault(_series, figure.Series.Id, out _) ??= new(figure.Series, _tables)).Add(figure);
    }

    /// <summary>What was packed. The packer is done.</summary>
    public PackedFigures Pack()
    {
        var (packed, rest) = (new List<PackedSeries>(_series.Count), Memory<byte>.Empty);
        foreach (var series in _series.Values)
        {
            if (rest.Length < series.Length) rest = new byte[Math.Max(ArrayLength, series.Length)];
            packed.Add(series.In(rest[..series.Length]));
            rest = rest[series.Length..];
        }

        _series.Clear();
        return new(_tables, packed);
    }
}
