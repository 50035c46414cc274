using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>What a message says, in the language of the page.</summary>
/// <param name="text">The words.</param>
/// <param name="concerns">The words of digests.</param>
/// <param name="lights">The words of lights.</param>
public sealed class MessageWords(IStringLocalizer<MessagesPage> text, ConcernWords concerns, LightWords lights)
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
            MessageKind.NoticeDue => text["SaysNoticeDue", message.Notice ?? "", text[$"Step-{message.Act}"].Value, Day(message)],
            MessageKind.CheckInDue or MessageKind.CheckInLate => text[$"Says{message.Kind}", message.CheckIns ?? "", Day(message)],
            MessageKind.CheckInAcknowledged => text["SaysCheckInAcknowledged", message.CheckIns ?? ""],
            MessageKind.ItemDue => message.Day is null ? text["SaysItemsDue", message.Department ?? ""] : text["SaysItemDue", message.Department ?? "", Day(message)],
            MessageKind.ItemLate => message.Day is null ? text["SaysItemsLate", message.Department ?? ""] : text["SaysItemLate", message.Department ?? "", Day(message)],
            MessageKind.MatterAssigned or MessageKind.MatterDue or MessageKind.MatterLate => text[$"Says{message.Kind}", Day(message)],
            MessageKind.OwnerChanged => text[$"SaysOwnerChanged-{message.Act}", message.Department ?? ""],
            MessageKind.CommitmentDecided or MessageKind.ReviewSigned => text[$"Says{message.Kind}", text[$"Act-{message.Act}"].Value],
            MessageKind.LightDecided when Code.TryParse<LightColour>(message.Act, out var colour) => text["SaysLightDecided", lights.Colour(colour), Day(message)],
            MessageKind.LightDecided => text["SaysLightLifted"],
            MessageKind.Digest => text["SaysDigest", message.Digest is { } digest ? concerns.InBrief(digest) : "—"],
            MessageKind.CredentialChanged => text["SaysCredentialChanged", text[$"Credential-{message.Act}"].Value],
            MessageKind.AccountRequested or MessageKind.AccountDecided when message.Act?.Split('.') is [var asked, var state] =>
                text[$"Says{message.Kind}", message.By ?? "—", message.Person ?? "", text[$"Account-{asked}"].Value, text[$"AccountState-{state}"].Value],
            MessageKind.AccountDecided when message.Act is "disable" or "enable" => text[$"SaysAccountDecided-{message.Act}", message.By ?? "—", message.Person ?? ""],
            MessageKind.Mentioned => text["SaysMentioned", message.By ?? ""],
            _ => text[$"Says{message.Kind}"],
        };
    }

    /// <summary>What it is about, where a link leads there: 工作 3/2 建设产业园; null where the page has a name of its own for it.</summary>
    public string? About(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message switch
        {
            { Kind: MessageKind.Digest } => text["Week"].Value,
            { Concern: { } concern } => text[$"About{concern}", message.About ?? ""].Value,
            _ => null,
        };
    }

    private static string Day(Message message) => message.Day is { } day ? ConcernWords.Day(day) : "—";
}
