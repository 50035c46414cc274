using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xinzhou.Dashboard.Testing;

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

    /// <summary>Comes back on the same port, once nobody else has it.</summary>
    public Task RestartAsync() => Wait.UntilAsync(() =>
    {
        var again = new TcpListener(IPAddress.Loopback, Port);
        try
        {
            again.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            again.Dispose();
            return false;
        }

        (_stopping, _listener) = (new(), again);
        _listening = ListenAsync(_listener, _stopping.Token);
        return true;
    });

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
                    // One that brings nothing breaks by itself.
                    if (!await BringsAsync(client, stopping)) continue;
                    Breaking--;
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

    private static async Task<bool> BringsAsync(TcpClient client, CancellationToken stopping)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1], stopping) > 0;
        }
        catch (IOException)
        {
            return false;
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
