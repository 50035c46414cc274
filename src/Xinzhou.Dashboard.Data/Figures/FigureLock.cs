using Npgsql;
using Xinzhou.Dashboard.Data.Changes;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>
/// Writers of figures take turns, so that the numbers of figures are in the order of commit: whoever has read up to a
/// number has read everything before it.
/// </summary>
public static class FigureLock
{
    /// <summary>Waits for the turn; it ends with the transaction.</summary>
    public static async Task AcquireLockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext($1))", connection);
        command.Parameters.AddWithValue(Change.NameOf(ChangeLock.Figures));
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
