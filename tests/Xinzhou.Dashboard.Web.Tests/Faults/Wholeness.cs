using Npgsql;
using Xinzhou.Dashboard.Data.Audit;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>What belongs together is there together: whatever a command does it does as a whole, with its events in the audit log.</summary>
internal static class Wholeness
{
    private const string OfReturn = "e.subject LIKE 'return ' || r.id || ' %'";

    /// <summary>What must not be, and how often it is.</summary>
    private static readonly (string What, string Sql)[] Rules =
    [
        ("a cell that does not say what it was last changed to", """
            SELECT count(*) FROM return_cells c LEFT JOIN return_cell_changes h USING (return_id, row_number, field, version)
            WHERE h.id IS NULL OR h.value IS DISTINCT FROM c.value
            """),
        ("a cell that was changed more or less often than its version says", """
            SELECT count(*) FROM return_cells c
            WHERE c.version <> (SELECT count(*) FROM return_cell_changes h WHERE (h.return_id, h.row_number, h.field) = (c.return_id, c.row_number, c.field))
            """),
        ("a return in another state than its last step left it in", $"""
            SELECT count(*) FROM returns r LEFT JOIN LATERAL (
                SELECT action FROM audit_events e
                WHERE {OfReturn} AND e.action IN ('return.submit', 'return.take_back', 'return.send_back', 'return.release', 'return.correct')
                ORDER BY e.id DESC LIMIT 1) s ON true
            WHERE CASE s.action
                WHEN 'return.submit' THEN r.state <> 'submitted'
                WHEN 'return.release' THEN r.state <> 'released'
                WHEN 'return.correct' THEN r.state <> 'correcting'
                WHEN 'return.send_back' THEN r.state <> 'returned'
                WHEN 'return.take_back' THEN r.state NOT IN ('in_progress', 'correcting')
                ELSE r.state NOT IN ('open', 'in_progress') END
            """),
        ("a return that was submitted more or less often than the log says", $"""
            SELECT count(*) FROM returns r
            WHERE (SELECT count(*) FROM return_submissions s WHERE s.return_id = r.id)
                <> (SELECT count(*) FROM audit_events e WHERE e.action = 'return.submit' AND {OfReturn})
            """),
        ("a return with more or fewer figures than its releases gave", $"""
            SELECT count(*) FROM returns r
            WHERE (SELECT count(*) FROM figure_origins o WHERE o.return_id = r.id)
                <> (SELECT coalesce(sum((e.details ->> 'figures')::bigint), 0) FROM audit_events e WHERE e.action = 'return.release' AND {OfReturn})
            """),
        ("a notice without its event or an event without its notice", """
            SELECT abs((SELECT count(*) FROM supervision_notices) - (SELECT count(*) FROM audit_events WHERE action = 'notice.issue'))
            """),
        ("something done about a notice that is not in the log, or the reverse", """
            SELECT abs((SELECT count(*) FROM supervision_events)
                - (SELECT count(*) FROM audit_events WHERE action LIKE 'notice.%' AND action <> 'notice.issue'))
            """),
        ("a signature without its event, or without a verdict", """
            SELECT abs((SELECT count(*) FROM review_seals) - (SELECT count(*) FROM audit_events WHERE action = 'review.sign'))
                + (SELECT count(*) FROM review_seals s WHERE NOT EXISTS (SELECT FROM review_verdicts v WHERE v.seal_id = s.id))
            """),
        ("a pack without its event", """
            SELECT abs((SELECT count(*) FROM review_packs) - (SELECT count(*) FROM audit_events WHERE action = 'review.freeze'))
            """),
    ];

    /// <summary>What is not whole; empty if everything is, and the audit log is one chain.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource database)
    {
        var faults = new List<string>();
        foreach (var (what, sql) in Rules)
        {
            await using var command = database.CreateCommand(sql);
            if ((long)(await command.ExecuteScalarAsync())! is not 0 and var count) faults.Add(FormattableString.Invariant($"{count} × {what}"));
        }

        if ((await AuditChain.VerifyAsync(database)).FirstBad is { } bad) faults.Add(FormattableString.Invariant($"the audit log is broken at {bad}"));
        return faults;
    }
}
