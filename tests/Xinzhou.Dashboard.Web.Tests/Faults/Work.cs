using System.Net;
using Npgsql;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// Somebody who does one thing after the other and remembers what he was told: whatever was acknowledged must be there once, what
/// got no answer once or not at all, and what was refused not at all.
/// </summary>
/// <param name="name">What he does.</param>
internal abstract class Work(string name)
{
    private static readonly TimeSpan ComeAgain = TimeSpan.FromMilliseconds(100);

    private readonly List<Asked> _asked = [];
    private int _acknowledged;

    /// <summary>What he does.</summary>
    public string Name => name;

    /// <summary>How often he asked for something, refusals aside; while he is not at it.</summary>
    public int Tried => _asked.Count;

    /// <summary>How often he was told that it is done.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>In how many rows that come and go together one thing stands.</summary>
    protected virtual int Parts => 1;

    /// <summary>What passes between two things, so that hundreds of rounds leave no more than an installation has.</summary>
    protected virtual TimeSpan Breath => TimeSpan.Zero;

    /// <summary>Goes on until he is told to stop or nobody is there any more; who is asked to come again comes again.</summary>
    public async Task GoOnAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Wait.PassAsync(await NextAsync() ? Breath : ComeAgain);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or NpgsqlException or IOException)
        {
            // Killed under his hands: what he asked for last is there or is not, and what he was told before is.
        }
    }

    /// <summary>Holds what is there against what he was told.</summary>
    /// <param name="database">Connections of the application.</param>
    /// <param name="everything">Also what was looked at before.</param>
    public async Task<Balance> CheckAsync(NpgsqlDataSource database, bool everything = false)
    {
        var (lost, doubled, half) = (0L, 0L, 0L);
        foreach (var same in _asked.GroupBy(a => a.Key).Where(s => everything || s.Any(a => !a.IsChecked)))
        {
            foreach (var asked in same) asked.IsChecked = true;
            var rows = await CountAsync(database, same.Key);
            var there = rows / Parts;
            half += rows % Parts == 0 ? 0 : 1;
            lost += Math.Max(0, same.Count(a => a.IsAcknowledged) - there);
            doubled += Math.Max(0, there - same.Count());
        }

        return new(lost, doubled, half);
    }

    /// <summary>Does the next thing.</summary>
    /// <returns>False when there was no answer that says what became of it.</returns>
    protected abstract Task<bool> NextAsync();

    /// <summary>In how many rows something stands.</summary>
    protected abstract Task<long> CountAsync(NpgsqlDataSource database, string key);

    /// <summary>Asks for something.</summary>
    /// <param name="key">What is counted; several may have the same.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="isDone">Whether an answer says that it is done; null where 200 does.</param>
    /// <returns>The status.</returns>
    protected async Task<HttpStatusCode> AskAsync(string key, Func<Task<HttpResponseMessage>> send, Func<HttpResponseMessage, Task<bool>>? isDone = null)
    {
        var asked = new Asked(key);
        _asked.Add(asked);
        using var answer = await send();
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.NotNull(answer.Headers.RetryAfter?.Delta);
            return answer.StatusCode;
        }

        if ((int)answer.StatusCode >= 500) throw new InvalidOperationException($"{Name}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        asked.IsAcknowledged = isDone is null ? answer.StatusCode == HttpStatusCode.OK : await isDone(answer);
        if (asked.IsAcknowledged) Interlocked.Increment(ref _acknowledged);
        else _asked.Remove(asked);
        return answer.StatusCode;
    }

    /// <summary>A number out of the database.</summary>
    protected static async Task<long> ScalarAsync(NpgsqlDataSource database, string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Asked(string key)
    {
        public string Key => key;

        public bool IsAcknowledged { get; set; }

        public bool IsChecked { get; set; }
    }
}
