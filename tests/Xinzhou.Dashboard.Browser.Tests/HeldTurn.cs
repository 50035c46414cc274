using Npgsql;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The turn to write, which somebody else has: a command of the application waits for it, as long as a test wants.</summary>
internal sealed class HeldTurn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private HeldTurn(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes a turn.</summary>
    /// <param name="database">The database of the application.</param>
    /// <param name="turn">The code of the lock: <c>catalogue</c>, <c>plan</c>.</param>
    public static async Task<HeldTurn> TakeAsync(PostgresDatabase database, string turn)
    {
        var held = new HeldTurn(await database.App.OpenConnectionAsync());
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('xinzhou-dashboard ' || $1))", held._connection) { Parameters = { new() { Value = turn } } };
        await take.ExecuteNonQueryAsync();
        return held;
    }

    /// <summary>Waits until a command waits for it.</summary>
    public Task UntilSomebodyWaitsAsync() => Wait.UntilAsync(async () =>
    {
        await using var look = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))", _connection);
        return (bool)(await look.ExecuteScalarAsync())!;
    });

    /// <summary>Lets go of it.</summary>
    public async Task LetGoAsync()
    {
        await using var go = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _connection);
        await go.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        await _connection.DisposeAsync();
    }
}
