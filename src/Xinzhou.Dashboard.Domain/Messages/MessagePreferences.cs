namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>How a person wants to be told. The inbox holds everything, whatever is chosen here.</summary>
/// <param name="IsMailed">Whether what lies in the inbox is mailed, too.</param>
/// <param name="HasDigest">Whether he is sent the digest of the week.</param>
/// <param name="Quiet">When he is sent no mail; null as the house has it.</param>
public sealed record MessagePreferences(bool IsMailed, bool HasDigest, QuietHours? Quiet)
{
    /// <summary>What holds of those who have chosen nothing.</summary>
    public static MessagePreferences Default { get; } = new(true, true, null);

    /// <summary>When he is sent no mail.</summary>
    /// <param name="house">What holds where he has chosen nothing.</param>
    public QuietHours QuietOr(QuietHours house) => Quiet ?? house;
}
