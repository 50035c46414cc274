using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Leaves notices with those whom a step concerns, in the transaction of the step.</summary>
internal static partial class Notices
{
    /// <summary>To every reviewer.</summary>
    public static Task ToReviewersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO notices (user_id, at, kind, return_id)
        SELECT id, $3, $2, $1 FROM users WHERE role = 'reviewer' AND disabled_at IS NULL
        """, cancellation, turn.Return.Id, kind, turn.Now);

    /// <summary>To every reporter of the department.</summary>
    public static Task ToReportersAsync(ReturnTurn turn, string kind, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO notices (user_id, at, kind, return_id)
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
            INSERT INTO notices (user_id, at, kind, return_id, details)
            SELECT u.id, $2, 'mentioned', $1, jsonb_build_object('by', $4::text, 'cell', $5::text, 'text', $6::text)
            FROM users u JOIN returns r ON r.id = $1
            WHERE u.disabled_at IS NULL AND u.id <> $3
                AND (lower(u.user_name) = ANY ($7) OR strpos($6, '@' || u.display_name) > 0)
                AND (u.role IN ('reviewer', 'leader', 'supervisor', 'admin', 'auditor') OR u.role = 'reporter' AND u.department_code = r.department_code)
            """,
            cancellation, turn.Return.Id, turn.Now, turn.Actor.Id, turn.Actor.Name, cell?.ToString(), text,
            Mention().Matches(text).Select(m => m.Groups[1].Value.ToLowerInvariant()).ToArray());
    }

    /// <summary>更正: to everybody who has taken figures away that no longer hold, once for each return.</summary>
    /// <param name="turn">The release of the correction.</param>
    /// <param name="rows">The rows whose released figures are replaced or withdrawn.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task ToExportersAsync(ReturnTurn turn, int[] rows, string reason, CancellationToken cancellation) => turn.RunAsync(
        """
        INSERT INTO notices (user_id, at, kind, return_id, details)
        SELECT e.user_id, $2, 'corrected', $1, jsonb_build_object('exported', string_agg(DISTINCT i.name, '、'), 'text', $4::text)
        FROM returns r JOIN form_rows w ON (w.form_code, w.version) = (r.form_code, r.form_version) AND w.number = ANY ($3)
            JOIN figure_exports e ON e.indicator_code = w.indicator_code AND (e.unit_code IS NULL OR e.unit_code = w.unit_code)
            JOIN indicators i ON i.code = w.indicator_code JOIN users u ON u.id = e.user_id AND u.disabled_at IS NULL
        WHERE r.id = $1 AND EXISTS (
            SELECT FROM figure_origins o JOIN figures f ON f.id = o.figure_id
            WHERE o.return_id = r.id AND o.row_number = w.number AND f.recorded_at <= e.at AND f.recorded_at < $2)
        GROUP BY e.user_id
        """, cancellation, turn.Return.Id, turn.Now, rows, reason);

    [GeneratedRegex(@"@([A-Za-z0-9._-]+)")]
    private static partial Regex Mention();
}
