using Microsoft.Extensions.Logging;
using Npgsql;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// Keeps the snapshot of this instance current: listens for the notifications that commits raise and catches up.
/// A lost connection is opened again and everything is read anew, for what was said meanwhile is not known.
/// </summary>
public sealed partial class SnapshotFollower(
    NpgsqlDataSource application, SnapshotLoader loader, SnapshotStore store, ILogger<SnapshotFollower> logger, TimeProvider? time = null)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private bool _isLost;

    /// <summary>
    /// Raised when the rights of somebody changed, or may have changed unheard before the connection came back; on the
    /// thread that listens. Handlers must be quick. What was known before is not known to hold any more.
    /// </summary>
    public event Action? AccessChanged;

    /// <summary>
    /// Raised when somebody got or read a message, or may have unheard before the connection came back; on the thread that
    /// listens. Handlers must be quick.
    /// </summary>
    public event Action? MessagesChanged;

    /// <summary>
    /// Raised once when the connection is lost: from now on nothing is heard, and what is known is old. Handlers must be quick.
    /// </summary>
    public event Action? Lost;

    /// <summary>Raised when the state of a return changed, or may have unheard, on the thread that listens. Handlers must be quick.</summary>
    public event Action? ReturnsChanged;

    /// <summary>Loads the first snapshot, then follows until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                LogLost(exception);
                SayLost();
                await Task.Delay(RetryAfter, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception) when (exception is FormatException or InvalidOperationException)
            {
                // What a newer instance has written may be beyond this one: it serves on what it has.
                LogNotUnderstood(exception);
                SayLost();
                await Task.Delay(RetryAfter, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void SayLost()
    {
        if (_isLost) return;
        _isLost = true;
        Lost?.Invoke();
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        await using var connection = await application.OpenConnectionAsync(cancellation);
        var (planChanged, figuresChanged) = (true, false);
        connection.Notification += (_, notification) =>
        {
            planChanged |= notification.Payload == "plan";
            figuresChanged |= notification.Payload == "figures";
            if (notification.Payload == "access")
            {
                AccessChanged?.Invoke();
            }
            else if (notification.Payload == "messages")
            {
                MessagesChanged?.Invoke();
            }
            else if (notification.Payload == "returns")
            {
                ReturnsChanged?.Invoke();
            }
        };
        await using (var listen = new NpgsqlCommand("LISTEN dashboard", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        if (_isLost)
        {
            _isLost = false;
            AccessChanged?.Invoke();
            MessagesChanged?.Invoke();
            ReturnsChanged?.Invoke();
        }

        // Listening first, loading second: what is committed in between is announced.
        while (true)
        {
            var (plan, figures, before) = (planChanged, figuresChanged, store.Current);
            (planChanged, figuresChanged) = (false, false);
            if (plan)
            {
                var loaded = await loader.LoadAsync(cancellation);
                WorkOut(loaded);
                store.Replace(loaded);
                foreach (var (rule, fault) in store.Current.Rules.NotUnderstood) LogSkipped(rule, fault);
            }
            else if (figures)
            {
                store.Replace(await loader.CatchUpAsync(store.Current, cancellation));
            }

            if (plan || figures)
            {
                foreach (var left in store.Current.LeftOut.Except(before.LeftOut))
                {
                    LogLeftOut(left.Rows, left.Table, left.Reason);
                }

                LogCurrent(store.Current.Figures.Count, plan);
                loader.Keep(store.Current, Now);
            }

            if (!planChanged && !figuresChanged)
            {
                await connection.WaitAsync(cancellation);
            }
        }
    }

    private AsOf Now => new((time ?? TimeProvider.System).GetUtcNow());

    /// <summary>What every page asks for is worked out before the first comes; from then on it is carried on.</summary>
    private void WorkOut(Snapshot loaded)
    {
        try
        {
            _ = loaded.DigestAt(Now).Counts;
        }
        catch (Exception fault) when (fault is AggregateException or ArithmeticException or FormatException or InvalidOperationException)
        {
            // Who asks for it is told; what does not need it is served.
            LogNotWorkedOut(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is said of all figures cannot be worked out")]
    private partial void LogNotWorkedOut(Exception exception);

    [LoggerMessage(LogLevel.Information, "The snapshot holds {Figures} figures (plan and catalogue read anew: {Plan})")]
    private partial void LogCurrent(int figures, bool plan);

    [LoggerMessage(LogLevel.Warning, "{Rows} rows of {Table} are not understood here and are left out: {Reason}")]
    private partial void LogLeftOut(int rows, string table, string reason);

    [LoggerMessage(LogLevel.Error, "What is stored is not understood here; what was read before is served on, and it is tried again")]
    private partial void LogNotUnderstood(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The rule {Rule} judges nothing here: {Fault}")]
    private partial void LogSkipped(string rule, string fault);

    [LoggerMessage(LogLevel.Warning, "The connection that listens for changes was lost; reading everything anew")]
    private partial void LogLost(Exception exception);
}
