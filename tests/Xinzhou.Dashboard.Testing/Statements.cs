using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// Counts what this process sends to a database, as Npgsql itself traces it: statements, and the tables of COPY. How many
/// there are says what something costs, on every machine alike.
/// </summary>
public sealed class Statements : IDisposable
{
    private const string Web = "Microsoft.AspNetCore";
    private const string Database = "Npgsql";

    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ActivityListener _listener;

    /// <param name="connectionString">Of the database; what others are sent does not count.</param>
    /// <param name="ofRequests">True to count only what is sent while a request is answered, not what the application does by the clock.</param>
    public Statements(string connectionString, bool ofRequests = false)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        _listener = new()
        {
            ShouldListenTo = source => source.Name == Database || (ofRequests && source.Name == Web),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = sent =>
            {
                if ((string?)sent.GetTagItem("db.namespace") == database && (!ofRequests || Root(sent).Source.Name == Web)) _sent.Enqueue((string?)sent.GetTagItem("db.query.text") ?? sent.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What was sent since the last asking, in the order in which it ended; a batch is one, opening a connection too.</summary>
    public IReadOnlyList<string> Take()
    {
        var sent = new List<string>();
        while (_sent.TryDequeue(out var text)) sent.Add(text);
        return sent;
    }

    public void Dispose() => _listener.Dispose();

    private static Activity Root(Activity activity)
    {
        while (activity.Parent is { } parent) activity = parent;
        return activity;
    }
}
