using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Reads one return with its cells, comments and last submission.</summary>
internal static class ReturnReader
{
    public static async Task<Return?> ReadAsync(
        NpgsqlConnection connection, int id, Catalogue catalogue, bool forUpdate, CancellationToken cancellation)
    {
        var found = await connection.ListAsync(
            $"""
            SELECT r.form_code, r.quarter, d.code, d.name, d."order", r.state, r.version, r.submitted_at, r.released_at, r.correction,
                c.opens_at, c.due_at, c.closes_at, c.reminder_days, c.escalation_days, r.form_version
            FROM returns r JOIN departments d ON d.code = r.department_code
                JOIN return_calendar c ON (c.form_code, c.quarter) = (r.form_code, r.quarter)
            WHERE r.id = {id} {(forUpdate ? "FOR UPDATE OF r" : "")}
            """,
            r => (Form: r.GetString(0), Version: r.GetInt32(15), Return: new Return
            {
                Id = id,
                Form = null!,
                Quarter = Quarter.Parse(r.GetString(1))!.Value,
                Department = new Department(r.GetString(2), r.GetString(3), r.GetInt32(4)),
                State = r.Code<ReturnState>(5),
                Version = r.GetInt32(6),
                SubmittedAt = r.IsDBNull(7) ? null : r.Instant(7),
                ReleasedAt = r.IsDBNull(8) ? null : r.Instant(8),
                Correction = r.TextOrNull(9),
                Dates = new(r.Instant(10), r.Instant(11), r.Instant(12), r.GetInt32(13), r.GetInt32(14)),
                Cells = new Dictionary<CellAddress, ReturnCell>(),
            }), cancellation);
        if (found is not [var (form, version, filled)])
        {
            return null;
        }

        return filled with
        {
            Form = (await FormReader.FindAsync(connection, catalogue, form, version, cancellation))!,
            Cells = await CellsAsync(connection, id, cancellation),
            Comments = await CommentsAsync(connection, id, cancellation),
            LastSubmission = await LastSubmissionAsync(connection, id, cancellation),
        };
    }

    private static async Task<Dictionary<CellAddress, ReturnCell>> CellsAsync(NpgsqlConnection connection, int id, CancellationToken cancellation) =>
        (await connection.ListAsync(
            $"""
            SELECT c.row_number, c.field, c.value, c.blank, c.reason, c.explanation, c.source, c.version, u.id, u.display_name, c.changed_at, c.sent_back
            FROM return_cells c JOIN users u ON u.id = c.changed_by WHERE c.return_id = {id}
            """,
            r => new ReturnCell(
                new(r.GetInt32(0), r.Code<CellField>(1)),
                new(r.IsDBNull(2) ? null : r.GetDecimal(2), r.CodeOrNull<BlankReason>(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6)),
                r.GetInt32(7), new(r.GetGuid(8), r.GetString(9)), r.Instant(10), r.GetBoolean(11)),
            cancellation)).ToDictionary(c => c.Address);

    private static Task<List<ReturnComment>> CommentsAsync(NpgsqlConnection connection, int id, CancellationToken cancellation) =>
        connection.ListAsync(
            $"""
            SELECT c.row_number, c.field, c.sends_back, c.text, u.id, u.display_name, c.at
            FROM return_comments c JOIN users u ON u.id = c.by WHERE c.return_id = {id} ORDER BY c.id
            """,
            r => new ReturnComment(
                r.IntegerOrNull(0) is { } row ? new(row, r.Code<CellField>(1)) : null,
                r.GetBoolean(2), r.GetString(3), new(r.GetGuid(4), r.GetString(5)), r.Instant(6)),
            cancellation);

    /// <summary>One submission of a return; null if there is none of the number.</summary>
    public static async Task<ReturnSubmission?> SubmissionAsync(NpgsqlConnection connection, int id, int number, CancellationToken cancellation) =>
        (await SubmissionsAsync(connection, FormattableString.Invariant($"s.return_id = {id} AND s.number = {number}"), cancellation)).SingleOrDefault();

    private static async Task<ReturnSubmission?> LastSubmissionAsync(NpgsqlConnection connection, int id, CancellationToken cancellation) =>
        (await SubmissionsAsync(connection, FormattableString.Invariant($"s.return_id = {id}"), cancellation)).SingleOrDefault();

    private static Task<List<ReturnSubmission>> SubmissionsAsync(NpgsqlConnection connection, string which, CancellationToken cancellation) =>
        connection.ListAsync(
            $"""
            SELECT s.number, u.id, u.display_name, s.at, s.cells::text
            FROM return_submissions s JOIN users u ON u.id = s.by WHERE {which} ORDER BY s.number DESC LIMIT 1
            """,
            r => new ReturnSubmission(
                r.GetInt32(0), new(r.GetGuid(1), r.GetString(2)), r.Instant(3), SubmittedCells.Read(r.GetString(4))),
            cancellation);
}
