using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>What a message says, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class MessageWords(IStringLocalizer<MessagesPage> text)
{
    /// <summary>The sentence.</summary>
    public string Says(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Kind switch
        {
            MessageKind.Due or MessageKind.Overdue or MessageKind.Opened => text[$"Says{message.Kind}", message.DueAt is { } due ? FigureWords.Moment(due) : "—"],
            MessageKind.Corrected when message.Exported is { } exported => text["SaysExported", exported],
            MessageKind.Corrected when message.Reviewed is { } reviewed => text["SaysReviewed", reviewed],
            MessageKind.Corrected when message.Withdrawn is { } withdrawn => text["SaysWithdrawn", withdrawn],
            MessageKind.CheckInReturned or MessageKind.CheckInMissed => text[$"Says{message.Kind}", message.CheckIns ?? ""],
            MessageKind.NoticeAssigned => text["SaysNoticeAssigned", message.Notice ?? ""],
            MessageKind.NoticeMoved or MessageKind.NoticeClaimed or MessageKind.NoticeEscalated => text[$"Says{message.Kind}", message.Notice ?? "", text[$"Act-{message.Act}"].Value],
            MessageKind.CredentialChanged => text["SaysCredentialChanged", text[$"Credential-{message.Act}"].Value],
            MessageKind.AccountRequested or MessageKind.AccountDecided when message.Act?.Split('.') is [var asked, var state] =>
                text[$"Says{message.Kind}", message.By ?? "—", message.Person ?? "", text[$"Account-{asked}"].Value, text[$"AccountState-{state}"].Value],
            MessageKind.Mentioned => text["SaysMentioned", message.By ?? ""],
            _ => text[$"Says{message.Kind}"],
        };
    }
}
