using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>A mail server on a free port of this machine (RFC 5321, as much as a client needs) that keeps what it is sent.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly List<(string To, string Text)> _mails = [];
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>An address that it refuses.</summary>
    public string? Refused { get; set; }

    /// <summary>How often it has refused that.</summary>
    public int Refusals { get; private set; }

    public IReadOnlyList<(string To, string Text)> Mails
    {
        get { lock (_mails) return [.. _mails]; }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var to = "";
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_ending.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (verb == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            if (verb != "DATA")
            {
                if (verb == "RCPT" && to == Refused) Refusals++;
                await writer.WriteLineAsync(verb == "RCPT" && to == Refused ? "550 no such mailbox" : verb == "EHLO" ? "250-test\r\n250 8BITMIME" : "250 ok");
                continue;
            }

            await writer.WriteLineAsync("354 go on");
            var text = new StringBuilder();
            while (await reader.ReadLineAsync(_ending.Token) is { } part && part != ".") text.AppendLine(part);
            lock (_mails) _mails.Add((to, text.ToString()));
            await writer.WriteLineAsync("250 kept");
        }
    }
}
