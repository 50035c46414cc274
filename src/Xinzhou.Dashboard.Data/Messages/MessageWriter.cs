using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>Leaves messages with those whom a step concerns, in the transaction of the step.</summary>
internal static partial class MessageWriter
{
    /// <summary>To every reviewer.</summary>
    public static Task ToReviewersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO messages (user_id, at, kind, return_id)
        SELECT id, $3, $2, $1 FROM users WHERE role = 'reviewer' AND disabled_at IS NULL
        """, cancellation, turn.Return.Id, kind, turn.Now);

    /// <summary>To every reporter of the department.</summary>
    public static Task ToReportersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO messages (user_id, at, kind, return_id)
        SELECT u.id, $3, $2, $1 FROM users u JOIN returns r ON r.department_code = u.department_code
        WHERE r.id = $1 AND u.role = 'reporter' AND u.disabled_at IS NULL
        """, cancellation, turn.Return.Id, kind, turn.Now);

    /// <summary>
    /// To everybody whom a comment names, by @ and his sign-in name or the name shown, if he may see the return. The name
    /// shown need not be followed by a space: Chinese is written without.
    /// </summary>
    public static async Task ToMentionedAsync(ReturnTurn turn, CellAddress? cell, string text, CancellationToken cancellation)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return;
        }

        await turn.RunAsync(
            """
            INSERT INTO messages (user_id, at, kind, return_id, details)
            SELECT u.id, $2, 'mentioned', $1, jsonb_build_object('by', $4::text, 'cell', $5::text, 'text', $6::text)
            FROM users u JOIN returns r ON r.id = $1
            WHERE u.disabled_at IS NULL AND u.id <> $3
                AND (lower(u.user_name) = ANY ($7) OR strpos($6, '@' || u.display_name) > 0)
                AND (u.role IN ('reviewer', 'leader', 'supervisor', 'admin', 'auditor') OR u.role = 'reporter' AND u.department_code = r.department_code)
            """,
            cancellation, turn.Return.Id, turn.Now, turn.Actor.Id, turn.Actor.Name, cell?.ToString(), text,
            Mention().Matches(text).Select(m => m.Groups[1].Value.ToLowerInvariant()).ToArray());
    }

    /// <summary>更正: to everybody who has taken figures away that no longer hold, and to the reviewers who had them beside what they released.</summary>
    /// <param name="turn">The release of the correction.</param>
    /// <param name="figures">The released figures that are replaced or withdrawn.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task ToUsersAsync(ReturnTurn turn, long[] figures, string reason, CancellationToken cancellation)
    {
        await turn.RunAsync(Used("exported", Exporters), cancellation, turn.Return.Id, turn.Now, figures, reason, turn.Actor.Id);
        await turn.RunAsync(Used("reviewed", Reviewers), cancellation, turn.Return.Id, turn.Now, figures, reason, turn.Actor.Id);
    }

    /// <summary>撤销: to the same people, of a figure that counts as unknown from now on.</summary>
    public static async Task ToUsersOfAsync(NpgsqlConnection connection, long figure, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Used("withdrawn", $"{Exporters} UNION {Reviewers}"), connection);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Integer, DBNull.Value);
        command.Parameters.AddWithValue(now.ToUniversalTime());
        command.Parameters.AddWithValue(new[] { figure });
        command.Parameters.AddWithValue(reason);
        command.Parameters.AddWithValue(Guid.Empty);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // Who has figures of a series in a file that is younger than the figure.
    private const string Exporters =
        """
        SELECT e.user_id, f.id FROM stale f JOIN figure_exports e ON e.indicator_code = f.indicator_code
            AND (e.unit_code IS NULL OR e.unit_code = f.unit_code) AND e.at >= f.recorded_at
        """;

    // Who has released figures of the series, this one or others that stood beside it.
    private const string Reviewers =
        """
        SELECT o.released_by, f.id FROM stale f JOIN series s ON (s.indicator_code, s.unit_code) = (f.indicator_code, f.unit_code)
            JOIN figures g ON g.series_id = s.id AND g.recorded_at >= f.recorded_at AND g.recorded_at < $2
            JOIN figure_origins o ON o.figure_id = g.id
        WHERE o.released_by <> $5
        """;

    private static string Used(string how, string by) =>
        $"""
        WITH stale AS (
            SELECT f.id, f.recorded_at, s.indicator_code, s.unit_code FROM figures f JOIN series s ON s.id = f.series_id WHERE f.id = ANY ($3)),
        used (user_id, figure) AS ({by})
        INSERT INTO messages (user_id, at, kind, return_id, details)
        SELECT used.user_id, $2, 'corrected', $1, jsonb_build_object('{how}', string_agg(DISTINCT i.name, '、'), 'text', $4::text)
        FROM used JOIN stale f ON f.id = used.figure JOIN indicators i ON i.code = f.indicator_code
            JOIN users u ON u.id = used.user_id AND u.disabled_at IS NULL
        GROUP BY used.user_id
        """;

    [GeneratedRegex(@"@([A-Za-z0-9._-]+)")]
    private static partial Regex Mention();
}
