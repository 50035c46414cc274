using System.Buffers.Binary;
using System.Text;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// All figures of a book in some thirty bytes each, a tenth of what they take as objects. A book of them unpacks a series when it is asked
/// for. They can be written and read; what is written is for the same build of this assembly.
/// </summary>
public sealed class PackedFigures
{
    internal PackedFigures(FigureTables tables, IReadOnlyList<PackedSeries> series) =>
        (Tables, Series, Count) = (tables, series, series.Sum(s => s.Count));

    /// <summary>The number of figures.</summary>
    public int Count { get; }

    internal FigureTables Tables { get; }
    internal IReadOnlyList<PackedSeries> Series { get; }

    /// <summary>Packs the figures of a book, one series after the other, and writes them.</summary>
    /// <param name="book">The book.</param>
    /// <param name="stream">Gets them; need not seek.</param>
    public static void Write(FigureBook book, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(stream);
        var (tables, series, position) = (new FigureTables(), new List<(Series Series, long Position, int Length, int Count, long FirstId, bool HasTargets)>(book.Histories.Count), 0L);
        foreach (var history in book.Histories)
        {
            var packing = new PackedSeries.Packing(history.Series, tables);
            foreach (var figure in history.Alone.Groups.SelectMany(g => g.Figures)) packing.Add(figure);
            stream.Write(packing.Written);
            series.Add((history.Series, position, packing.Length, packing.Count, packing.FirstId, packing.HasTargets));
            position += packing.Length;
        }

        // What they share is known when all are packed: it comes behind them, and last where it begins.
        using var rest = new MemoryStream();
        using (var writer = new BinaryWriter(rest, Encoding.UTF8, leaveOpen: true))
        {
            tables.Write(writer);
            writer.Write(series.Count);
            foreach (var one in series)
            {
                writer.Write(one.Series.Id);
                writer.Write(one.Series.Indicator.Code);
                writer.Write(one.Series.Unit.Code);
                writer.Write((int)one.Series.Measure);
                writer.Write((int?)one.Series.Benchmark ?? -1);
                writer.Write(one.Position);
                writer.Write(one.Length);
                writer.Write(one.Count);
                writer.Write(one.FirstId);
                writer.Write(one.HasTargets);
            }

            writer.Write(position);
        }

        stream.Write(rest.GetBuffer().AsSpan(0, (int)rest.Length));
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <param name="bytes">All that was written, whole; it is held.</param>
    /// <param name="series">The series of a number; null where there is none.</param>
    /// <param name="source">The document of a number; null where there is none.</param>
    /// <returns>Null where a series or a document is not as it was.</returns>
    public static PackedFigures? Read(ReadOnlyMemory<byte> bytes, Func<int, Series?> series, Func<int, SourceDocument?> source)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(source);
        var begin = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[^sizeof(long)..]);
        using var reader = new BinaryReader(new MemoryStream(bytes[begin..].ToArray()));
        if (FigureTables.Read(reader, source) is not { } tables) return null;
        var packed = new PackedSeries[reader.ReadInt32()];
        for (var i = 0; i < packed.Length; i++)
        {
            var (id, indicator, unit, measure, benchmark) =
                (reader.ReadInt32(), reader.ReadString(), reader.ReadString(), (Measure)reader.ReadInt32(), reader.ReadInt32());
            if (series(id) is not { } held || !held.IsOf(indicator, unit, measure, benchmark < 0 ? null : (Benchmark)benchmark)) return null;
            var place = bytes.Slice((int)reader.ReadInt64(), reader.ReadInt32());
            packed[i] = new(held, tables, place, reader.ReadInt32(), reader.ReadInt64(), reader.ReadBoolean());
        }

        return new(tables, packed);
    }
}
