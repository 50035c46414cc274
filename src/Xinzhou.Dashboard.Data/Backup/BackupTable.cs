namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A table of a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns with their types, by name: <c>id bigint</c>.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">SHA-256 over all of them as PostgreSQL copies them in binary, by primary key; in hexadecimal digits.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);
