using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>How a person wants to be told.</summary>
internal sealed class MessagePreferencesEntity
{
    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>Whether he is sent mail.</summary>
    public bool IsMailed { get; private set; }

    /// <summary>Whether he is sent the digest of the week.</summary>
    public bool HasDigest { get; private set; }

    /// <summary>From when it is quiet; null where he has what the house has, and the two below with it.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    /// <summary>Until when.</summary>
    public TimeOnly? QuietUntil { get; private set; }

    /// <summary>Whether days off are quiet.</summary>
    public bool? QuietDaysOff { get; private set; }

    /// <summary>When he has chosen it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who.</summary>
    public User User { get; init; } = null!;

    /// <summary>What he has chosen.</summary>
    public MessagePreferences Preferences() => new(
        IsMailed, HasDigest, this is { QuietFrom: { } from, QuietUntil: { } until, QuietDaysOff: { } daysOff } ? new(from, until, daysOff) : null);

    /// <summary>Says what he has chosen.</summary>
    public void Choose(MessagePreferences chosen, DateTimeOffset now)
    {
        (IsMailed, HasDigest, ChangedAt) = (chosen.IsMailed, chosen.HasDigest, now);
        (QuietFrom, QuietUntil, QuietDaysOff) = (chosen.Quiet?.From, chosen.Quiet?.Until, chosen.Quiet?.DaysOff);
    }
}
