using System.Threading.Channels;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>Tells open pages when the snapshot was replaced, and now and then that they are still heard of; says farewell when the application stops.</summary>
internal sealed class LiveAnnouncer(LiveViewers viewers, SnapshotStore store, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    // Proxies take a connection for dead after a minute without a byte, some after half of one.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever replaces the snapshot only hands over; of several changes that come while pages are being told, one word is enough.
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void OnChanged() => news.Writer.TryWrite(true);
        store.Changed += OnChanged;
        // Before the server stops to take requests, for it waits until those that it has are answered.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await Task.WhenAll(TellNewsAsync(news.Reader, stopping.Token), TellStillAsync(stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await viewers.CloseAsync();
        }
        finally
        {
            store.Changed -= OnChanged;
        }
    }

    private async Task TellNewsAsync(ChannelReader<bool> news, CancellationToken stopping)
    {
        await foreach (var _ in news.ReadAllAsync(stopping)) viewers.TellNews();
    }

    private async Task TellStillAsync(CancellationToken stopping)
    {
        using var clock = new PeriodicTimer(Beat, time);
        while (await clock.WaitForNextTickAsync(stopping)) viewers.TellStill();
    }
}
