using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting.Batches;

/// <summary>
/// Reads one return with its cells, comments and last submission, all in one round trip: every saved cell reads its return. Its
/// form has the rows that the return was opened with, and no departments: a return is asked of one. Columns are read in the order
/// in which the statements name them.
/// </summary>
internal static class ReturnReader
{
    private const string Head =
        """
        SELECT r.form_code, r.form_version, r.quarter, r.department_code, r.state, r.version, r.opened_at, r.submitted_at, r.released_at, r.correction,
            v.name, v.name_en, v.stage, f.active, d.name, d."order", c.opens_at, c.due_at, c.closes_at, c.reminder_days, c.escalation_days
        FROM returns r
            JOIN form_versions v ON v.form_code = r.form_code AND v.version = r.form_version
            JOIN forms f ON f.code = r.form_code
            JOIN departments d ON d.code = r.department_code
            JOIN return_calendar c ON c.form_code = r.form_code AND c.quarter = r.quarter
        WHERE r.id = $1
        """;

    // Each statement of a batch sees what was committed before it began: those after this one, what the last who had the lock left.
    private const string LockedHead = Head + " FOR UPDATE OF r";

    private const string Rows =
        """
        SELECT w.form_code, w.version, w.number, w.indicator_code, w.unit_code, w.task_number, w.measure, w.timing, w.uom, w.decimals,
            w.asks_growth, w.indent, w.part_row, w.total_row
        FROM returns r JOIN form_rows w ON w.form_code = r.form_code AND w.version = r.form_version
        WHERE r.id = $1 ORDER BY w.number
        """;

    private const string Cells =
        """
        SELECT c.row_number, c.field, c.value, c.blank, c.reason, c.explanation, c.source, c.version, c.changed_by, u.display_name, c.changed_at, c.sent_back
        FROM return_cells c JOIN users u ON u.id = c.changed_by
        WHERE c.return_id = $1
        """;

    private const string Comments =
        """
        SELECT m.row_number, m.field, m.sends_back, m.text, m."by", u.display_name, m.at
        FROM return_comments m JOIN users u ON u.id = m."by"
        WHERE m.return_id = $1 ORDER BY m.id
        """;

    private const string LastSubmission =
        """
        SELECT s.number, s."by", u.display_name, s.at, s.cells
        FROM return_submissions s JOIN users u ON u.id = s."by"
        WHERE s.return_id = $1 ORDER BY s.number DESC LIMIT 1
        """;

    /// <summary>A return; null if there is none of the number.</summary>
    public static async Task<Return?> FindAsync(DashboardContext context, int id, Catalogue catalogue, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return (await ReadAsync(context, Head, id, catalogue, cancellation))?.Return;
    }

    /// <summary>
    /// A return, locked until the end of the transaction that the context is in, and its row, followed for changes; null if there is
    /// none of the number.
    /// </summary>
    public static async Task<(ReturnEntity Entity, Return Return)?> LockAsync(
        DashboardContext context, int id, Catalogue catalogue, CancellationToken cancellation)
    {
        var found = await ReadAsync(context, LockedHead, id, catalogue, cancellation);
        if (found is var (entity, _)) context.Attach(entity);
        return found;
    }

    /// <summary>The submission of a number, or the last before it; null if there is none.</summary>
    public static Task<ReturnSubmission?> SubmissionAsync(DashboardContext context, int id, int number, CancellationToken cancellation) =>
        context.ReturnSubmissions.AsNoTracking().Where(s => s.ReturnId == id && s.Number <= number).OrderByDescending(s => s.Number)
            .Select(s => new ReturnSubmission(s.Number, new Person(s.By, s.Author.DisplayName), s.At, SubmittedCells.Read(s.Cells)))
            .FirstOrDefaultAsync(cancellation);

    private static async Task<(ReturnEntity Entity, Return Return)?> ReadAsync(
        DashboardContext context, string head, int id, Catalogue catalogue, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(context.Connection());
        foreach (var statement in (string[])[head, Rows, Cells, Comments, LastSubmission])
        {
            batch.BatchCommands.Add(new(statement) { Parameters = { new NpgsqlParameter<int> { TypedValue = id } } });
        }

        // Once on each connection of the pool.
        await batch.PrepareAsync(cancellation);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var row = new ColumnReader(reader);
        var entity = Entity(id, row);
        var filled = new Return
        {
            Id = id,
            Form = new()
            {
                Code = entity.FormCode,
                Version = entity.FormVersion,
                Name = row.Text(),
                NameEn = row.TextOrNull(),
                Stage = row.Code<Stage>(),
                Active = row.Flag(),
                Rows = [],
            },
            Quarter = entity.Quarter,
            Department = new(entity.DepartmentCode, row.Text(), row.Number()),
            State = entity.State,
            Version = entity.Version,
            Dates = new(row.Moment(), row.Moment(), row.Moment(), row.Number(), row.Number()),
            SubmittedAt = entity.SubmittedAt,
            ReleasedAt = entity.ReleasedAt,
            Correction = entity.Correction,
            Cells = new Dictionary<CellAddress, ReturnCell>(),
        };
        var rows = await NextAsync(reader, r => FormReader.Row(FormRow(r), catalogue), cancellation);
        var cells = await NextAsync(reader, Cell, cancellation);
        return (entity, filled with
        {
            Form = filled.Form with { Rows = rows },
            Cells = cells.ToDictionary(c => c.Address),
            Comments = await NextAsync(reader, Comment, cancellation),
            LastSubmission = (await NextAsync(reader, Submission, cancellation)).SingleOrDefault(),
        });
    }

    private static async Task<List<T>> NextAsync<T>(NpgsqlDataReader reader, Func<ColumnReader, T> read, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellation)) list.Add(read(new(reader)));
        return list;
    }

    private static ReturnEntity Entity(int id, ColumnReader row) => new()
    {
        Id = id,
        FormCode = row.Text(),
        FormVersion = row.Number(),
        Quarter = Quarter.Parse(row.Text())!.Value,
        DepartmentCode = row.Text(),
        State = row.Code<ReturnState>(),
        Version = row.Number(),
        OpenedAt = row.Moment(),
        SubmittedAt = row.MomentOrNull(),
        ReleasedAt = row.MomentOrNull(),
        Correction = row.TextOrNull(),
    };

    private static FormRowEntity FormRow(ColumnReader row) => new()
    {
        FormCode = row.Text(),
        Version = row.Number(),
        Number = row.Number(),
        IndicatorCode = row.TextOrNull(),
        UnitCode = row.TextOrNull(),
        TaskNumber = row.NumberOrNull(),
        Measure = row.CodeOrNull<Measure>(),
        Timing = row.Code<RowTiming>(),
        Uom = row.Text(),
        Decimals = row.Number(),
        AsksGrowth = row.Flag(),
        Indent = row.Number(),
        PartRow = row.NumberOrNull(),
        TotalRow = row.NumberOrNull(),
    };

    private static ReturnCell Cell(ColumnReader row) => new(
        new(row.Number(), row.Code<CellField>()),
        new(row.ValueOrNull(), row.CodeOrNull<BlankReason>(), row.TextOrNull(), row.TextOrNull(), row.TextOrNull()),
        row.Number(),
        row.Person(),
        row.Moment(),
        row.Flag());

    private static ReturnComment Comment(ColumnReader row)
    {
        var (number, field) = (row.NumberOrNull(), row.CodeOrNull<CellField>());
        return new(number is { } at ? new CellAddress(at, field!.Value) : null, row.Flag(), row.Text(), row.Person(), row.Moment());
    }

    private static ReturnSubmission Submission(ColumnReader row) => new(row.Number(), row.Person(), row.Moment(), SubmittedCells.Read(row.Text()));
}
