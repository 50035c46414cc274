using MailKit.Security;
using MimeKit;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>The server that messages are mailed through.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">1–65535.</param>
/// <param name="From">The address that mails come from.</param>
/// <param name="User">The name to sign in there with; null for no sign-in.</param>
/// <param name="Password">The password of that name.</param>
/// <param name="Tls">How the connection is protected.</param>
public sealed record SmtpSettings(string Host, int Port, MailboxAddress From, string? User, string? Password, SmtpTls Tls)
{
    /// <summary>How MailKit says it.</summary>
    internal SecureSocketOptions Options => Tls switch
    {
        SmtpTls.None => SecureSocketOptions.None,
        SmtpTls.Implicit => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Reads <c>Dashboard:Smtp</c>; null when no host is named.</summary>
    internal static SmtpSettings? Read(SettingsReader reader)
    {
        var (host, from, user, password) = (reader.Text("Smtp:Host"), reader.Text("Smtp:From"), reader.Text("Smtp:User"), reader.Text("Smtp:Password"));
        var tls = reader.Choice("Smtp:Tls", otherwise: SmtpTls.StartTls);
        var port = reader.Number("Smtp:Port", otherwise: tls switch { SmtpTls.None => 25, SmtpTls.Implicit => 465, _ => 587 }, least: 1, most: 65535);
        if (host is null)
        {
            if (from is not null || user is not null || password is not null)
                reader.Refuse("Settings of Dashboard:Smtp are there without Dashboard:Smtp:Host, the server that they belong to.");
            return null;
        }

        if (!MailboxAddress.TryParse(from, out var sender))
        {
            reader.Refuse($"The setting Dashboard:Smtp:From is “{from}”; it must be the e-mail address that messages come from.");
            return null;
        }

        if (user is null != password is null)
            reader.Refuse("The settings Dashboard:Smtp:User and Dashboard:Smtp:Password belong together; only one of them is set.");
        return new(host, port, sender, user, password, tls);
    }
}
