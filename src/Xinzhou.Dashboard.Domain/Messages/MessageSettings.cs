namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>How people are told of what concerns them, unless they say otherwise.</summary>
public sealed record MessageSettings
{
    /// <summary>What comes with the product; proposed, no source gives it.</summary>
    public static MessageSettings Default { get; } = new();

    /// <summary>When no mail is sent.</summary>
    public QuietHours Quiet { get; init; } = new(new(22, 0), new(7, 0), false);

    /// <summary>So many working days before their day check-ins, notices and matters of reviews are reminded of; not negative.</summary>
    public int ReminderDays { get; init; } = 3;
}
