using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Xinzhou.Dashboard.Web.Tests.Auditing;

/// <summary>A collector of logs: takes messages of syslog over TCP, or over TLS with a certificate, as RFC 6587 and 5425 frame them.</summary>
internal sealed class LogCollector : IAsyncDisposable
{
    private readonly X509Certificate2? _certificate;
    private readonly List<string> _messages = [];
    private readonly Lock _gate = new();
    private TcpListener _listener;
    private CancellationTokenSource _stopping = new();
    private Task _listening;

    public LogCollector(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener = new(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync(_listener, _stopping.Token);
    }

    public int Port { get; }

    /// <summary>How many of the next connections break after their first bytes, and what they brought is lost.</summary>
    public int Breaking { get; set; }

    /// <summary>How many connections broke so.</summary>
    public int Broken { get; private set; }

    /// <summary>How many went away because they did not believe its certificate.</summary>
    public int Refused { get; private set; }

    /// <summary>What was taken, in order.</summary>
    public IReadOnlyList<string> Messages
    {
        get { lock (_gate) return [.. _messages]; }
    }

    /// <summary>Goes away: whoever connects is refused.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _listening;
    }

    /// <summary>Comes back on the same port.</summary>
    public void Restart()
    {
        (_stopping, _listener) = (new(), new(IPAddress.Loopback, Port));
        _listener.Start();
        _listening = ListenAsync(_listener, _stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task ListenAsync(TcpListener listener, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping);
                if (Breaking > 0)
                {
                    Breaking--;
                    await client.GetStream().ReadExactlyAsync(new byte[1], stopping);
                    // Without a word of farewell.
                    client.Client.LingerState = new(true, 0);
                    client.Client.Close();
                    Broken++;
                    continue;
                }

                await TakeAsync(client, stopping);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Told to go away.
        }
    }

    private async Task TakeAsync(TcpClient client, CancellationToken stopping)
    {
        try
        {
            Stream stream = client.GetStream();
            if (_certificate is not null)
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, stopping);
                stream = secure;
            }

            await using (stream)
            {
                using var received = new MemoryStream();
                await stream.CopyToAsync(received, stopping);
                var frames = FramesOf(received.ToArray());
                if (frames.Count == 0) Refused++;
                lock (_gate) _messages.AddRange(frames);
            }
        }
        catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
        {
            Refused++;
        }
    }

    private static List<string> FramesOf(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<string>();
        while (!bytes.IsEmpty)
        {
            var blank = bytes.IndexOf((byte)' ');
            var length = int.Parse(Encoding.ASCII.GetString(bytes[..blank]), NumberStyles.None, CultureInfo.InvariantCulture);
            frames.Add(Encoding.UTF8.GetString(bytes.Slice(blank + 1, length)));
            bytes = bytes[(blank + 1 + length)..];
        }

        return frames;
    }
}
