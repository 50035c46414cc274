using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Auditing.Syslog;

/// <summary>
/// Sends events to a collector, a connection each time. Syslog has no answer; so the end of the connection is taken for one: this
/// side says that it has sent all, and the collector, which reads to there, closes. A connection that breaks before has not
/// delivered for sure.
/// </summary>
/// <param name="settings">The collector.</param>
internal sealed class SyslogSender(SyslogSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends them, and returns when the collector has them all.</summary>
    /// <exception cref="IOException">The connection broke, or the collector did not close it.</exception>
    /// <exception cref="SocketException">There is no connection.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate of the collector is not believed.</exception>
    public async Task SendAsync(IReadOnlyList<AuditEvent> events, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(settings.Host, settings.Port, limit.Token);
            await using var network = new NetworkStream(socket);
            if (settings.Tls == SyslogTls.None)
            {
                await WriteAsync(network, events, limit.Token);
                socket.Shutdown(SocketShutdown.Send);
                await UntilClosedAsync(network, limit.Token);
                return;
            }

            await using var secure = new SslStream(network);
            await secure.AuthenticateAsClientAsync(Options(), limit.Token);
            await WriteAsync(secure, events, limit.Token);
            await secure.ShutdownAsync();
            socket.Shutdown(SocketShutdown.Send);
            await UntilClosedAsync(secure, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"The collector of logs {settings.Host}:{settings.Port} did not take the events and close the connection within {Patience.TotalSeconds:0} s.");
        }
    }

    private static async Task WriteAsync(Stream to, IReadOnlyList<AuditEvent> events, CancellationToken cancellation)
    {
        foreach (var entry in events) await to.WriteAsync(SyslogMessage.Write(entry, Environment.MachineName), cancellation);
        await to.FlushAsync(cancellation);
    }

    private static async Task UntilClosedAsync(Stream from, CancellationToken cancellation)
    {
        // Whatever it says means nothing here.
        var ignored = new byte[256];
        while (await from.ReadAsync(ignored, cancellation) > 0)
        {
        }
    }

    private SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions { TargetHost = settings.Host };
        if (settings.Authorities is { } authorities)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return options;
    }
}
