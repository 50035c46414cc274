using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>A part of a backup in one number.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">
/// SHA-256 over a line <c>name rows sha256</c> of each of its tables, by name, each ended by a line feed; in hexadecimal digits.
/// </param>
public sealed record BackupDigest(long Rows, string Sha256)
{
    private static readonly HashSet<string> FigureTables = ["figures", "figure_origins", "series", "source_documents", "withdrawals"];

    // Whatever is said of the plan stands in tables named so; these are what it is said of.
    private const string Statements = "_statements";

    private static readonly HashSet<string> PlanTables =
    [
        "accountability_mechanisms", "aspects", "departments", "dimensions", "initiatives", "key_tasks", "milestones", "plan_notes", "plan_source",
        "programmes", "work_items",
    ];

    /// <summary>All figures, with their series, sources, origins and withdrawals.</summary>
    public static BackupDigest OfFigures(IEnumerable<BackupTable> tables) => Of(tables, FigureTables.Contains);

    /// <summary>The plan, and all that was ever said of it.</summary>
    public static BackupDigest OfPlan(IEnumerable<BackupTable> tables) =>
        Of(tables, name => PlanTables.Contains(name) || name.EndsWith(Statements, StringComparison.Ordinal));

    private static BackupDigest Of(IEnumerable<BackupTable> tables, Func<string, bool> belongs)
    {
        var part = tables.Where(t => belongs(t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
        var lines = string.Concat(part.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Rows} {t.Sha256}\n")));
        return new(part.Sum(t => t.Rows), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))));
    }
}
