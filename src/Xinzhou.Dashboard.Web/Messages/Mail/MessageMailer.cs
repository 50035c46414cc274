using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Messages.Mail;

/// <summary>
/// Mails messages to those who have an address, if a server is configured: what has come in some seconds in one mail. A
/// mail that could not be sent is tried again later, and holds up nobody else's.
/// </summary>
public sealed partial class MessageMailer(
    UnsentMessages unsent, DashboardSettings settings, IServiceProvider services, TimeProvider time, ILogger<MessageMailer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    private readonly Dictionary<Guid, DateTimeOffset> _later = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Smtp is not { } smtp)
        {
            return;
        }

        using var clock = new PeriodicTimer(Pause, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendAsync(smtp, stoppingToken);
            }
            catch (Exception failure) when (failure.IsDatabaseError() || failure is SocketException or IOException or TimeoutException
                or InvalidOperationException or ProtocolException or ServiceNotConnectedException or AuthenticationException or SslHandshakeException or CommandException or FormatException)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task SendAsync(SmtpSettings smtp, CancellationToken cancellation)
    {
        foreach (var person in _later.Where(l => l.Value <= time.GetUtcNow()).Select(l => l.Key).ToArray()) _later.Remove(person);
        using var client = new SmtpClient();
        var more = true;
        while (more)
        {
            var current = Guid.Empty;
            try
            {
                more = await unsent.SendNextAsync(_later.Keys, async (person, address, name, messages) =>
                {
                    current = person;
                    if (!client.IsConnected)
                    {
                        await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Options, cancellation);
                        if (smtp.User is not null) await client.AuthenticateAsync(smtp.User, smtp.Password!, cancellation);
                    }

                    using var mail = MessageMail.Write(services, smtp, address, name, messages);
                    await client.SendAsync(mail, cancellation);
                }, cancellation);
            }
            catch (Exception refused) when (current != Guid.Empty && refused is (SmtpCommandException or MimeKit.ParseException or FormatException))
            {
                // His address is refused: the others' mails go on.
                _later[current] = time.GetUtcNow() + Later;
                LogRefused(current, refused);
            }
        }

        if (client.IsConnected) await client.DisconnectAsync(quit: true, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Messages could not be mailed; it is tried again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The mail server refused the messages of the user {Person}; it is tried again in some minutes")]
    private partial void LogRefused(Guid person, Exception refused);
}
