using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;

namespace Xinzhou.Dashboard.Web.Shell.Live;

/// <summary>
/// One open page, at the other end of a WebSocket. What it is told is small and the same for all; the latest word makes those before it
/// needless, so nothing queues up for a page that is slow.
/// </summary>
/// <param name="socket">Its stream.</param>
/// <param name="reader">Who has it open, as he was when it was opened.</param>
/// <param name="time">The clock.</param>
public sealed class LiveViewer(WebSocket socket, ClaimsPrincipal reader, TimeProvider time)
{
    private readonly Lock _gate = new();
    private byte[]? _next;
    private long _sendingSince;

    // Until it is greeted, everything waits.
    private bool _isSending = true;
    private bool _isOver;

    /// <summary>Who has the page open.</summary>
    public ClaimsPrincipal Reader => reader;

    /// <summary>Says the first word, and then what has come up meanwhile.</summary>
    public Task GreetAsync(string word)
    {
        _sendingSince = time.GetTimestamp();
        return SendAsync(Encoding.ASCII.GetBytes(word));
    }

    /// <summary>Says something, as soon as what is being said has been taken.</summary>
    /// <param name="word">What.</param>
    /// <param name="isLast">Whether nothing is said after it: the stream is closed behind it.</param>
    public void Tell(byte[] word, bool isLast = false)
    {
        ArgumentNullException.ThrowIfNull(word);
        lock (_gate)
        {
            // That the stream is there is said by any other word too.
            if (_isOver || (word.Length == 0 && !isLast && _isSending)) return;
            (_next, _isOver) = (word, isLast);
            if (_isSending) return;
            (_isSending, _sendingSince) = (true, time.GetTimestamp());
        }

        _ = SendAsync(null);
    }

    /// <summary>Breaks the stream off.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Breaks the stream off if the page has not taken a word for so long, or has not gone after the last.</summary>
    public void LeaveIfSlow(TimeSpan limit)
    {
        lock (_gate)
        {
            if (!_isOver && (!_isSending || time.GetElapsedTime(_sendingSince) < limit)) return;
        }

        Abort();
    }

    /// <summary>Resolves when the page has gone. It says nothing: if it does, it is no page of ours, and sent away.</summary>
    public async Task UntilGoneAsync(CancellationToken cancellation)
    {
        try
        {
            // Without room for what may come: that is had only when something does.
            var received = await socket.ReceiveAsync(Memory<byte>.Empty, cancellation);
            var status = received.MessageType == WebSocketMessageType.Close ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.PolicyViolation;
            await socket.CloseOutputAsync(status, null, cancellation);
        }
        catch (Exception left) when (IsGone(left))
        {
            // It went without a word.
        }
    }

    private static bool IsGone(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException;

    private async Task SendAsync(byte[]? word)
    {
        try
        {
            while (word is not null || Next(out word))
            {
                await socket.SendAsync(word.AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
                word = null;
            }

            if (_isOver) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception left) when (IsGone(left))
        {
            socket.Abort();
        }
    }

    private bool Next([NotNullWhen(true)] out byte[]? word)
    {
        lock (_gate)
        {
            (word, _next, _isSending, _sendingSince) = (_next, null, _next is not null, time.GetTimestamp());
            return word is not null;
        }
    }
}
