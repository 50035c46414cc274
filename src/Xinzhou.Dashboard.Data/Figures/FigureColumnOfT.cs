using Npgsql;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>A column of the table of figures, and how it is read.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="name">The name of the column.</param>
/// <param name="position">Its position in a row that is read.</param>
/// <param name="read">Reads it.</param>
/// <param name="write">Writes it.</param>
internal sealed class FigureColumn<T>(
    string name,
    int position,
    Func<NpgsqlDataReader, int, T> read,
    Func<NpgsqlBinaryImporter, FigureRecord, CancellationToken, Task> write)
    : FigureColumn(name, write)
{
    /// <summary>The column of the row that the reader is at.</summary>
    /// <exception cref="FormatException">It holds a code that is not known here.</exception>
    public T Of(NpgsqlDataReader row) => read(row, position);
}
