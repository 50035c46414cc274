using Npgsql;

namespace Xinzhou.Dashboard.Testing;

/// <summary>Records figures past the program, as the database lets the program alone.</summary>
public static class Recorder
{
    /// <summary>Opens a connection on which figures and withdrawals are recorded until it is closed.</summary>
    /// <param name="source">Connects as the application.</param>
    public static async Task<NpgsqlConnection> OpenRecordingAsync(this NpgsqlDataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT set_config('xzd.recording', 'on', false)", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
