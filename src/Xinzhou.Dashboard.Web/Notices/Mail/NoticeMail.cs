using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using MimeKit;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Review;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Notices.Mail;

/// <summary>A mail that names a person's notices: no link and no figure leaves the house in it.</summary>
internal static class NoticeMail
{
    public static MimeMessage Write(IServiceProvider services, SmtpSettings smtp, string address, string name, IReadOnlyList<Notice> notices)
    {
        // The language of the house; a mail has no address that could say another.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        try
        {
            var (text, words) = (services.GetRequiredService<IStringLocalizer<NoticeMailer>>(), services.GetRequiredService<NoticeWords>());
            var product = services.GetRequiredService<IStringLocalizer<SiteHeader>>()["Product"].Value;
            var body = new StringBuilder().AppendLine(text["Greeting", name]).AppendLine();
            foreach (var notice in notices)
            {
                body.Append("· ");
                if (notice.Return is not null)
                    body.Append(notice.Form).Append(' ').Append(notice.Department).Append(' ').Append(ReviewWords.Quarter(notice.Quarter!.Value)).Append('：');
                body.AppendLine(words.Says(notice).TrimEnd('：', ':', ' '));
            }

            body.AppendLine().AppendLine(text["Foot"]).AppendLine(services.GetRequiredService<IStringLocalizer<SiteFoot>>()["Internal"]);
            if (services.GetRequiredService<SnapshotStore>().Current.Demonstration) body.AppendLine(text["Demonstration"]);
            return new(
                [smtp.From], [new MailboxAddress(name, address)], text["Subject", product, notices.Count],
                new TextPart("plain") { Text = body.ToString() });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
