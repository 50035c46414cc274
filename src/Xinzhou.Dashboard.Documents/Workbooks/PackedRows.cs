using System.Collections;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// The rows of a sheet. Those of a long one are held packed, block by block, and unpacked whenever they are asked for: as
/// strings they would take many times the memory of their file.
/// </summary>
internal sealed class PackedRows : IReadOnlyCollection<SourceRow>
{
    /// <summary>Rows of a block: those of a short sheet are never packed.</summary>
    private const int MaxRows = 4096;

    /// <summary>Characters after which a block is packed however few its rows are.</summary>
    private const int MaxCharacters = 1 << 19;

    private const int BufferSize = 1 << 16;

    private readonly List<(byte[] Packed, int Rows)> _blocks = [];
    private readonly List<SourceRow> _last = [];
    private readonly List<int> _lines = [];
    private readonly List<Filled> _filled = [];
    private int _characters;

    public int Count => _lines.Count;

    /// <summary>Adds a row below the others.</summary>
    public void Add(SourceRow row)
    {
        _lines.Add(row.Line);
        _last.Add(row);
        _characters += row.Cells.Sum(c => c.Length);
        if (_last.Count == MaxRows || _characters >= MaxCharacters)
        {
            Pack();
        }
    }

    /// <summary>Lets the text of each merged cell stand in every row of its range.</summary>
    /// <param name="merged">The first and last line of each, and its first column.</param>
    /// <param name="maxCells">The most cells that may be filled so.</param>
    /// <returns>False when there are more.</returns>
    public bool Fill(IEnumerable<(int Top, int Bottom, int Column)> merged, int maxCells)
    {
        var ranges = merged.Select(m => (First: _lines.BinarySearch(m.Top), m.Bottom, m.Column)).Where(m => m.First >= 0).OrderBy(m => m.First).ToArray();
        var (cells, next, index) = (0L, 0, 0);
        foreach (var row in ranges.Length == 0 ? [] : Written())
        {
            for (; next < ranges.Length && ranges[next].First == index; next++)
            {
                var (first, bottom, column) = ranges[next];
                if (column >= row.Cells.Length || row.Cells[column].Length == 0)
                {
                    continue;
                }

                var end = EndOf(first, bottom);
                cells += end - first;
                if (cells > maxCells)
                {
                    return false;
                }

                _filled.Add(new(first, end, column, row.Cells[column]));
            }

            index++;
        }

        return true;
    }

    public IEnumerator<SourceRow> GetEnumerator()
    {
        var (next, index, here) = (0, 0, new List<Filled>());
        foreach (var row in Written())
        {
            here.RemoveAll(f => f.End <= index);
            for (; next < _filled.Count && _filled[next].First <= index; next++)
            {
                here.Add(_filled[next]);
            }

            yield return here.Count == 0 ? row : row with { Cells = With(row.Cells, here) };
            index++;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The cells with what is filled into them: a row may end before a column that is.</summary>
    private static string[] With(string[] cells, List<Filled> filled)
    {
        var all = new string[Math.Max(cells.Length, filled.Max(f => f.Column) + 1)];
        cells.CopyTo(all, 0);
        Array.Fill(all, "", cells.Length, all.Length - cells.Length);
        foreach (var (_, _, column, text) in filled)
        {
            all[column] = text;
        }

        return all;
    }

    /// <summary>The number of rows from the first of the sheet to the last of a range.</summary>
    private int EndOf(int first, int bottom)
    {
        var end = first;
        while (end < _lines.Count && _lines[end] <= bottom)
        {
            end++;
        }

        return end;
    }

    private IEnumerable<SourceRow> Written()
    {
        foreach (var (packed, rows) in _blocks)
        {
            using var reader = new BinaryReader(new BufferedStream(new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress), BufferSize));
            for (var i = 0; i < rows; i++)
            {
                var line = reader.Read7BitEncodedInt();
                var cells = new string[reader.Read7BitEncodedInt()];
                for (var j = 0; j < cells.Length; j++)
                {
                    cells[j] = string.Create(reader.Read7BitEncodedInt(), reader.BaseStream, static (text, from) => from.ReadExactly(MemoryMarshal.AsBytes(text)));
                }

                yield return new(line, cells);
            }
        }

        foreach (var row in _last)
        {
            yield return row;
        }
    }

    /// <summary>Letters are written as they are: an encoding would not give all of them back.</summary>
    private void Pack()
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BufferedStream(new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true), BufferSize)))
        {
            foreach (var (line, cells) in _last)
            {
                writer.Write7BitEncodedInt(line);
                writer.Write7BitEncodedInt(cells.Length);
                foreach (var cell in cells)
                {
                    writer.Write7BitEncodedInt(cell.Length);
                    writer.Write(MemoryMarshal.AsBytes(cell.AsSpan()));
                }
            }
        }

        _blocks.Add((packed.ToArray(), _last.Count));
        _last.Clear();
        _characters = 0;
    }

    /// <summary>A text that stands in a column of several rows.</summary>
    /// <param name="First">The first of them, from 0.</param>
    /// <param name="End">The one after the last.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Text">The text.</param>
    private readonly record struct Filled(int First, int End, int Column, string Text);
}
