using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>
/// Sums up what a change records of figures and withdrawals, by reading it back: what the event then answers for is what the
/// tables hold. The change must have the lock of figures, under which nobody else's numbers come between.
/// </summary>
internal sealed class Recording
{
    private readonly NpgsqlConnection _connection;
    private readonly long _figures;
    private readonly long _withdrawals;

    private Recording(NpgsqlConnection connection, long figures, long withdrawals) =>
        (_connection, _figures, _withdrawals) = (connection, figures, withdrawals);

    /// <summary>Begins: what is recorded from now on counts.</summary>
    /// <param name="connection">The connection of the change, in its transaction.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<Recording> BeginAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Without it the database takes none (0033_recording.sql); it holds as long as the transaction.
        await using (var command = new NpgsqlCommand("SELECT set_config('xzd.recording', 'on', true)", connection))
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }

        return new(
            connection,
            await DigestedTable.Figures.LastAsync(connection, cancellation),
            await DigestedTable.Withdrawals.LastAsync(connection, cancellation));
    }

    /// <summary>What has been recorded and written since.</summary>
    public async Task<RecordedDigests> DigestsAsync(CancellationToken cancellation) => new(
        (await DigestedTable.Figures.DigestAsync(_connection, _figures, cancellation))?.ToString(),
        (await DigestedTable.Withdrawals.DigestAsync(_connection, _withdrawals, cancellation))?.ToString());
}
