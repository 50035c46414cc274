using Npgsql;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Testing.Reporting;

/// <summary>
/// Departments, people, forms and returns for tests, put into a real database that holds the reference catalogue. People
/// are personas: in Development they sign in by one POST to <c>/account/persona</c> with their name.
/// </summary>
/// <param name="owner">Connects as the role that migrations run as.</param>
/// <param name="application">Connects as the application.</param>
public sealed class ReturnSetup(NpgsqlDataSource owner, NpgsqlDataSource application)
{
    /// <summary>The code of the form that <see cref="OpenAsync"/> opens when none is said.</summary>
    public const string Form = "quarterly";

    /// <summary>Enters a department; its code and name are free.</summary>
    public async Task DepartmentAsync(string code, string name) => await ExecuteAsync(
        "INSERT INTO departments (code, \"order\", name) SELECT $1, coalesce(max(\"order\"), 0) + 1, $2 FROM departments", code, name);

    /// <summary>Enters a person who can sign in as a persona.</summary>
    /// <param name="userName">The name he signs in with.</param>
    /// <param name="role">What he may do.</param>
    /// <param name="department">The department he acts for; null for none.</param>
    /// <param name="name">The name shown; the sign-in name if left out.</param>
    public async Task<Actor> UserAsync(string userName, Role role, string? department = null, string? name = null)
    {
        var actor = new Actor(Guid.CreateVersion7(), userName, name ?? userName, role, department);
        await ExecuteAsync(
            """
            INSERT INTO users (id, user_name, normalized_user_name, security_stamp, concurrency_stamp, display_name, role, department_code, is_persona, created_at)
            VALUES ($1, $2, upper($2), $1::text, $1::text, $3, $4, $5, true, now())
            """, actor.Id, userName, actor.Name, Code.Of(role), department);
        return actor;
    }

    /// <summary>Enters a form. Its rows are numbered from 1 by their order, whatever number they carry.</summary>
    /// <param name="rows">The rows: <see cref="Series"/>, <see cref="Share"/>, <see cref="Task"/>.</param>
    /// <param name="departments">Who reports it.</param>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name.</param>
    public async Task FormAsync(IReadOnlyList<FormRow> rows, IReadOnlyList<string> departments, string code = Form, string name = "产业能级季度表")
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(departments);
        await ExecuteAsync(
            "INSERT INTO forms (code, \"order\", name, stage) SELECT $1, coalesce(max(\"order\"), 0) + 1, $2, 'preliminary' FROM forms", code, name);
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (row, number) in rows.Select((r, i) => (r, i + 1)))
        {
            await using var command = Command(
                """
                INSERT INTO form_rows (form_code, number, indicator_code, unit_code, task_number, measure, timing, uom, decimals, asks_growth, indent, part_row, total_row)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """,
                code, number, row.Indicator?.Code, row.Unit?.Code, row.Task, row.Task is null ? Code.Of(row.Measure) : null,
                Code.Of(row.Timing), row.Uom, row.Decimals, row.AsksGrowth, row.Indent, row.PartRow, row.TotalRow);
            command.Connection = connection;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        foreach (var department in departments)
        {
            await ExecuteAsync("INSERT INTO form_departments (form_code, department_code) VALUES ($1, $2)", code, department);
        }
    }

    /// <summary>Sets the calendar of a form and opens its returns, as the calendar would.</summary>
    /// <param name="quarter">2026-Q3.</param>
    /// <param name="department">Whose return is meant by the answer.</param>
    /// <param name="form">The code of the form.</param>
    /// <param name="dates">When it is asked for; open since yesterday, due in 10 days and closed in 20 if left out.</param>
    /// <returns>The number of the department's return.</returns>
    public async Task<int> OpenAsync(string quarter, string department, string form = Form, ReturnDates? dates = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        dates ??= new(now.AddDays(-1), now.AddDays(10), now.AddDays(20), 3, 3);
        await ExecuteAsync(
            """
            INSERT INTO return_calendar (form_code, quarter, opens_at, due_at, closes_at, reminder_days, escalation_days)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, form, quarter, now.AddDays(-30), dates.DueAt, now.AddDays(100), dates.ReminderDays, dates.EscalationDays);
        await new ReturnCalendar(DashboardContexts.On(application), TimeProvider.System).RunAsync();
        await DatesAsync(quarter, dates, form);
        await using var command = owner.CreateCommand(
            "SELECT id FROM returns WHERE form_code = $1 AND quarter = $2 AND department_code = $3");
        command.Parameters.AddWithValue(form);
        command.Parameters.AddWithValue(quarter);
        command.Parameters.AddWithValue(department);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Sets other dates for a quarter, as if time had passed: closed, overdue.</summary>
    public async Task DatesAsync(string quarter, ReturnDates dates, string form = Form)
    {
        ArgumentNullException.ThrowIfNull(dates);
        await ExecuteAsync(
            "UPDATE return_calendar SET opens_at = $3, due_at = $4, closes_at = $5, reminder_days = $6 WHERE form_code = $1 AND quarter = $2",
            form, quarter, dates.OpensAt, dates.DueAt, dates.ClosesAt, dates.ReminderDays);
    }

    /// <summary>A row for a series of the reference catalogue: <c>Series("gdp")</c> is the city's GDP, year to date, in 亿元.</summary>
    public static FormRow Series(
        string indicator, string uom = "亿元", int decimals = 1, bool growth = false, string unit = "140900",
        RowTiming timing = RowTiming.YearToDate, int indent = 0) => new()
        {
            Number = 1,
            Indicator = new() { Code = indicator, Name = indicator, Type = IndicatorType.Flow, Uom = uom, Direction = Direction.Up, Order = 1 },
            Unit = new() { Code = unit, Name = unit, Level = UnitLevel.Other, Order = 1 },
            Timing = timing,
            Uom = uom,
            Decimals = decimals,
            AsksGrowth = growth,
            Indent = indent,
        };

    /// <summary>A row for a share that is computed from two other rows.</summary>
    public static FormRow Share(string indicator, int part, int total, RowTiming timing = RowTiming.YearToDate, int indent = 0) =>
        Series(indicator, Uoms.Percent, 1, timing: timing, indent: indent) with { Measure = Measure.Share, PartRow = part, TotalRow = total };

    /// <summary>A row for the progress of a key task, in % of the work.</summary>
    public static FormRow Task(int number) => new()
    {
        Number = 1,
        Task = number,
        Timing = RowTiming.PointInTime,
        Uom = Uoms.Percent,
        Decimals = 0,
    };

    private async Task ExecuteAsync(string sql, params object?[] values)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var command = Command(sql, values);
        command.Connection = connection;
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(string sql, params object?[] values)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new()
            {
                Value = value switch { null => DBNull.Value, DateTimeOffset moment => moment.ToUniversalTime(), _ => value },
            });
        }

        return command;
    }
}
