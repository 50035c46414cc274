using System.Threading.Channels;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Shell.Live;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Keeps open reading pages honest: when the session of their reader ends, they are told at once, and in any case at the next look. While
/// PostgreSQL does not answer they stay as they are: whatever they ask for then is not answered either.
/// </summary>
/// <param name="viewers">The open pages.</param>
/// <param name="sessions">Says which sessions hold.</param>
/// <param name="lifetime">Ends it when the application stops.</param>
/// <param name="time">The clock.</param>
internal sealed class OpenPages(LiveViewers viewers, Sessions sessions, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looks = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void OnChanged() => looks.Writer.TryWrite(true);
        sessions.Changed += OnChanged;
        using var clock = time.CreateTimer(_ => OnChanged(), null, Pause, Pause);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var _ in looks.Reader.ReadAllAsync(stopping.Token))
            {
                await sessions.RenewAsync([.. viewers.Known().Select(Sessions.KeyOf).OfType<SessionKey>().Distinct()]);
                await viewers.EndAsync(async reader =>
                {
                    try
                    {
                        return await sessions.HoldsAsync(reader, stopping.Token);
                    }
                    catch (Exception failure) when (failure.IsDatabaseError())
                    {
                        return true;
                    }
                });
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application stops.
        }
        finally
        {
            sessions.Changed -= OnChanged;
        }
    }
}
