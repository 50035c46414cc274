using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Keeps who took which figures away as a file, so that he can be told when they are corrected.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="time">The clock.</param>
public sealed class FigureExports(NpgsqlDataSource application, TimeProvider time)
{
    /// <summary>Notes an export, with its event of the audit log.</summary>
    /// <param name="user">Who.</param>
    /// <param name="userName">His sign-in name.</param>
    /// <param name="indicators">The codes of the indicators.</param>
    /// <param name="units">The codes of the units; none for all.</param>
    /// <param name="details">What else the log is to say: format, as-of.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(
        Guid user, string userName, IReadOnlyCollection<string> indicators, IReadOnlyCollection<string> units, object details, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(units);
        string?[] among = units.Count == 0 ? [null] : [.. units];
        await NoteAsync(
            user, userName, string.Join(", ", indicators), [.. indicators.SelectMany(i => among.Select(u => (i, u)))], details, cancellation);
    }

    /// <summary>Notes that a return was taken away as a workbook, with the published figures that stand beside its cells.</summary>
    /// <param name="user">Who.</param>
    /// <param name="userName">His sign-in name.</param>
    /// <param name="sheet">The return.</param>
    /// <param name="details">What else the log is to say: format.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(Guid user, string userName, ReturnSheet sheet, object details, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await NoteAsync(
            user, userName, ReturnTurn.SubjectOf(sheet.Return),
            [.. sheet.Rows.Where(r => r is { YearBefore: not null } or { QuarterBefore: not null })
                .Select(r => (r.Row.Indicator!.Code, (string?)r.Row.Unit!.Code)).Distinct()],
            details, cancellation);
    }

    /// <summary>Notes an export, with its event of the audit log.</summary>
    /// <param name="user">Who; null if there is nobody who could be told of a correction: a program.</param>
    /// <param name="actor">His sign-in name, or what the log calls the program.</param>
    /// <param name="subject">What was taken, for the log.</param>
    /// <param name="taken">The codes of indicators and units; a null unit for all.</param>
    /// <param name="details">What else the log is to say: format, as-of.</param>
    /// <param name="cancellation">Cancels; nothing is then noted.</param>
    public async Task NoteAsync(
        Guid? user, string actor, string subject, IReadOnlyCollection<(string Indicator, string? Unit)> taken, object details,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var now = time.GetUtcNow();
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (user is { } person)
        {
            await InsertAsync(connection, person, taken, now, cancellation);
        }

        await AuditLog.AppendAsync(connection, now, actor, "export", subject, details, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection, Guid user, IReadOnlyCollection<(string Indicator, string? Unit)> taken, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO figure_exports (user_id, indicator_code, unit_code, at)
            SELECT $1, i, u, $4 FROM unnest($2::text[], $3::text[]) AS taken(i, u)
            """, connection);
        insert.Parameters.AddWithValue(user);
        insert.Parameters.AddWithValue(taken.Select(t => t.Indicator).ToArray());
        insert.Parameters.AddWithValue(taken.Select(t => t.Unit).ToArray());
        insert.Parameters.AddWithValue(now);
        await insert.ExecuteNonQueryAsync(cancellation);
    }
}
