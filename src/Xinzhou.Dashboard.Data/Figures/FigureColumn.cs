using Npgsql;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>A column of the table of figures: its name, and how it is written.</summary>
/// <param name="name">The name of the column.</param>
/// <param name="write">Writes the column of one figure.</param>
internal abstract class FigureColumn(string name, Func<NpgsqlBinaryImporter, FigureRecord, CancellationToken, Task> write)
{
    public string Name => name;

    public Task WriteAsync(NpgsqlBinaryImporter copy, FigureRecord figure, CancellationToken cancellation) =>
        write(copy, figure, cancellation);
}
