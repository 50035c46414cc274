using System.Text;
using MimeKit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Web.Review;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Messages.Mail;

/// <summary>A mail that names a person's messages: no link and no figure leaves the house in it.</summary>
internal static class MessageMail
{
    public static MimeMessage Write(IServiceProvider services, SmtpSettings smtp, string address, string name, IReadOnlyList<Message> messages)
    {
        // The language of the house; a mail has no address that could say another.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        try
        {
            var (text, words, concerns) =
                (services.GetRequiredService<IStringLocalizer<MessageMailer>>(), services.GetRequiredService<MessageWords>(), services.GetRequiredService<ConcernWords>());
            var product = services.GetRequiredService<IStringLocalizer<SiteHeader>>()["Product"].Value;
            var body = new StringBuilder().AppendLine(text["Greeting", name]).AppendLine();
            foreach (var message in messages)
            {
                body.Append("· ");
                if (message.Return is not null)
                    body.Append(message.Form).Append(' ').Append(message.Department).Append(' ').Append(ReviewWords.Quarter(message.Quarter!.Value)).Append('：');
                else if (message.CheckIns is not null)
                    body.Append(message.Department).Append(' ').Append(ReviewWords.Quarter(message.Quarter!.Value)).Append('：');
                body.AppendLine(words.Says(message).TrimEnd('：', ':', ' '));
                if (message.Digest is { } digest) Append(body, digest, concerns);
            }

            body.AppendLine().AppendLine(text["Foot"]).AppendLine(services.GetRequiredService<IStringLocalizer<SiteFoot>>()["Internal"]);
            if (services.GetRequiredService<SnapshotStore>().Current.Demonstration) body.AppendLine(text["Demonstration"]);
            return new(
                [smtp.From], [new MailboxAddress(name, address)], text["Subject", product, messages.Count],
                new TextPart("plain") { Text = body.ToString() });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The lines of a digest: which it is and by when, but nothing of what they say.</summary>
    private static void Append(StringBuilder body, Digest digest, ConcernWords words)
    {
        foreach (var part in digest.Parts)
        {
            body.Append("  ").AppendLine(words.Section(part.Section));
            foreach (var line in part.Lines)
            {
                body.Append("  - ").Append(words.Of(line, isOpen: false));
                if (words.By(line.Day) is { } by) body.Append(' ').Append(by);
                body.AppendLine();
            }

            if (words.More(part) is { } more) body.Append("  - ").AppendLine(more);
        }
    }
}
