using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Live;

/// <summary>
/// Somebody who has a reading page open, without a browser: a circuit like that of the page, whose component asks for the
/// page anew when figures change; the page is then fetched, as a browser would.
/// </summary>
internal sealed partial class LightViewer : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client;
    private readonly string _path;
    private Task _listening = Task.CompletedTask;
    private int _objects;

    private LightViewer(HttpClient client, string path) => (_client, _path) = (client, path);

    /// <summary>What the page says when it was fetched anew, and when that was.</summary>
    public event Action<string, DateTime>? Refreshed;

    /// <summary>Opens a page and waits until it is live.</summary>
    public static async Task<LightViewer> OpenAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        var viewer = new LightViewer(client, path);
        var page = await client.GetStringAsync(path, cancellation);
        var marker = Marker().Match(page).Groups[1].Value;
        var site = client.BaseAddress!;
        await viewer._socket.ConnectAsync(new($"ws://{site.Authority}/_blazor"), cancellation);
        await viewer.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        viewer._listening = viewer.ListenAsync();
        await viewer.InvokeAsync("StartCircuit", "0", site.ToString(), new Uri(site, path).ToString(), "[]", "");
        await viewer.InvokeAsync("UpdateRootComponents", null, $$"""{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{{marker}}}]}""", "");
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
        _sending.Dispose();
    }

    private Task InvokeAsync(string target, string? id, params object?[] arguments) =>
        SendAsync(Pack.Message(1, new Dictionary<string, string>(), id, target, arguments, Array.Empty<object?>()));

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync(_leaving.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _leaving.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ListenAsync()
    {
        var (buffer, held, greeted, pinged) = (new byte[64 * 1024], new List<byte>(), false, DateTime.UtcNow);
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), _leaving.Token);
                if (received.MessageType == WebSocketMessageType.Close) throw new WebSocketException("closed");
                held.AddRange(buffer.AsSpan(0, received.Count));
                if (!greeted)
                {
                    if (held.IndexOf(0x1e) is var end && end < 0) continue;
                    held.RemoveRange(0, end + 1);
                    greeted = true;
                }

                while (Pack.Read(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(held)) is { } read)
                {
                    held.RemoveRange(0, read.Size);
                    await AnswerAsync(read.Message);
                }

                if (DateTime.UtcNow - pinged > TimeSpan.FromSeconds(5))
                {
                    pinged = DateTime.UtcNow;
                    await SendAsync(Pack.Message(6));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            _live.TrySetException(ended);
        }
    }

    private async Task AnswerAsync(object?[] message)
    {
        if (message is not [1L, _, _, string target, object?[] arguments, ..])
        {
            return;
        }

        if (target == "JS.RenderBatch")
        {
            await InvokeAsync("OnRenderCompleted", null, arguments[0], null);
        }
        else if (target == "JS.BeginInvokeJS")
        {
            var (call, name) = (arguments[0], (string)arguments[1]!);
            if (name == "refresh")
            {
                _ = RefreshAsync();
            }

            if (Convert.ToInt64(call, System.Globalization.CultureInfo.InvariantCulture) != 0)
            {
                var result = name switch { "import" => $$"""{"__jsObjectId":{{++_objects}}}""", "refresh" => "true", _ => "null" };
                await InvokeAsync("EndInvokeJSFromDotNet", null, call, true, $"[{call},true,{result}]");
            }

            if (name == "import")
            {
                _live.TrySetResult();
            }
        }
        else if (target == "JS.Error")
        {
            _live.TrySetException(new InvalidOperationException($"{arguments[0]}"));
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _path);
            request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
            using var answer = await _client.SendAsync(request, _leaving.Token);
            var page = await answer.Content.ReadAsStringAsync(_leaving.Token);
            Refreshed?.Invoke(page, DateTime.UtcNow);
        }
        catch (Exception left) when (left is OperationCanceledException or HttpRequestException)
        {
            // The viewer has left.
        }
    }

    [GeneratedRegex("<!--Blazor:({.*?\"type\":\"server\".*?})-->")]
    private static partial Regex Marker();
}
