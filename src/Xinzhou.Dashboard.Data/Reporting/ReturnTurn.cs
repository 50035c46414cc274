using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// A transaction in which one person changes one return; others wait for their turn. Left without
/// <see cref="CommitAsync"/> it changes nothing.
/// </summary>
internal sealed class ReturnTurn : IAsyncDisposable
{
    private readonly NpgsqlTransaction _transaction;

    private ReturnTurn(NpgsqlConnection connection, NpgsqlTransaction transaction, Return filled, Actor actor, DateTimeOffset now) =>
        (Connection, _transaction, Return, Actor, Now) = (connection, transaction, filled, actor, now);

    public NpgsqlConnection Connection { get; }

    /// <summary>The return as it stands, locked.</summary>
    public Return Return { get; }

    public Actor Actor { get; }

    public DateTimeOffset Now { get; }

    /// <summary>Begins, with the return locked; null if there is no such return.</summary>
    /// <param name="connection">A connection of its own; disposed of with the turn.</param>
    /// <param name="id">The number of the return.</param>
    /// <param name="catalogue">The catalogue that forms speak of.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ReturnTurn?> BeginAsync(
        NpgsqlConnection connection, int id, Catalogue catalogue, Actor actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        var filled = await ReturnReader.ReadAsync(connection, id, catalogue, forUpdate: true, cancellation);
        if (filled is not null)
        {
            return new(connection, transaction, filled, actor, now);
        }

        await transaction.DisposeAsync();
        return null;
    }

    /// <summary>Sets the state, and with it the version; gives the new version.</summary>
    public async Task<int> SetStateAsync(ReturnState state, CancellationToken cancellation)
    {
        await RunAsync("UPDATE returns SET state = $2, version = version + 1 WHERE id = $1", cancellation, Return.Id, Domain.Code.Of(state));
        return Return.Version + 1;
    }

    /// <summary>Runs a statement of the transaction and gives how many rows it wrote; a null is one of text.</summary>
    public async Task<int> RunAsync(string sql, CancellationToken cancellation, params object?[] values)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
                : new() { Value = value is DateTimeOffset moment ? moment.ToUniversalTime() : value });
        }

        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>True when the person has entered anything in the return, also what somebody else has changed since.</summary>
    public async Task<bool> HasEnteredAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM return_cell_changes WHERE return_id = $1 AND changed_by = $2)", Connection);
        command.Parameters.AddWithValue(Return.Id);
        command.Parameters.AddWithValue(Actor.Id);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Writes the audit event of what was done.</summary>
    public Task AuditAsync(string action, object details, CancellationToken cancellation) =>
        AuditLog.AppendAsync(Connection, Now, Actor.UserName, action, SubjectOf(Return), details, cancellation);

    public Task CommitAsync(CancellationToken cancellation) => _transaction.CommitAsync(cancellation);

    public async ValueTask DisposeAsync() => await _transaction.DisposeAsync();

    internal static string SubjectOf(Return filled) =>
        FormattableString.Invariant($"return {filled.Id} {filled.Form.Code} {filled.Quarter} {filled.Department.Code}");
}
