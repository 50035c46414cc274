namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A table as the database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Quoted">The name as SQL writes it.</param>
/// <param name="Columns">Its columns with their types, by name; those that PostgreSQL computes are none.</param>
/// <param name="ColumnList">The columns as SQL lists them.</param>
/// <param name="Order">What orders its rows the same way in every database.</param>
internal sealed record StoredTable(string Name, string Quoted, IReadOnlyList<string> Columns, string ColumnList, string Order)
{
    /// <summary>Gives its rows, in binary.</summary>
    public string CopyOut => $"COPY (SELECT {ColumnList} FROM {Quoted} AS t ORDER BY {Order}) TO STDOUT (FORMAT binary)";

    /// <summary>Takes them.</summary>
    public string CopyIn => $"COPY {Quoted} ({ColumnList}) FROM STDIN (FORMAT binary)";
}
