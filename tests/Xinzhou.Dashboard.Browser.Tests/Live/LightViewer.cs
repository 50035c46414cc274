using System.Net.WebSockets;
using System.Text;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Live;

/// <summary>
/// Somebody who has a reading page open, without a browser: a stream like that of the page, on which it hears that something is new;
/// the page is then fetched, as a browser would.
/// </summary>
internal sealed class LightViewer : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client;
    private readonly string _path;
    private Task _listening = Task.CompletedTask;

    private LightViewer(HttpClient client, string path) => (_client, _path) = (client, path);

    /// <summary>What the page says when it was fetched anew, and when that was.</summary>
    public event Action<string, DateTime>? Refreshed;

    /// <summary>Opens a page and waits until it is live.</summary>
    public static async Task<LightViewer> OpenAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        var viewer = new LightViewer(client, path);
        (await client.GetAsync(path, cancellation)).EnsureSuccessStatusCode().Dispose();
        await viewer._socket.ConnectAsync(new($"ws://{client.BaseAddress!.Authority}/live"), cancellation);
        viewer._listening = viewer.ListenAsync();
        await viewer._live.Task.WaitAsync(Wait.Limit, cancellation);
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _socket.Abort();
        await _listening;
        _socket.Dispose();
        _leaving.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[256];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), _leaving.Token) is { MessageType: WebSocketMessageType.Text } received)
            {
                var said = Encoding.ASCII.GetString(buffer, 0, received.Count);
                if (said.StartsWith("now ", StringComparison.Ordinal)) _live.TrySetResult();
                if (said.StartsWith("new ", StringComparison.Ordinal)) _ = RefreshAsync();
            }

            _live.TrySetException(new WebSocketException("closed"));
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            _live.TrySetException(ended);
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _path) { Headers = { Accept = { new("text/html") } } };
            request.Headers.Add("X-Background", "page");
            using var answer = await _client.SendAsync(request, _leaving.Token);
            var page = await answer.Content.ReadAsStringAsync(_leaving.Token);
            Refreshed?.Invoke(page, DateTime.UtcNow);
        }
        catch (Exception left) when (left is OperationCanceledException or HttpRequestException)
        {
            // The viewer has left.
        }
    }
}
