namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>How the installation runs its notices: which days count, and when what is late climbs the ladder.</summary>
public sealed record SupervisionSettings
{
    /// <summary>What holds where nothing else is set.</summary>
    public static SupervisionSettings Default { get; } = new();

    /// <summary>Which days the clock of a new notice counts; one that was assigned keeps its own.</summary>
    public CountingMode Mode { get; init; } = CountingMode.Working;

    /// <summary>提醒: on which working day after a date has passed.</summary>
    public int ReminderAfter { get; init; } = 1;

    /// <summary>督办单: on which working day after a date has passed.</summary>
    public int NoticeAfter { get; init; } = 3;

    /// <summary>约谈: on which working day after a date has passed.</summary>
    public int TalkAfter { get; init; } = 5;

    /// <summary>通报: on which working day after a date has passed.</summary>
    public int CircularAfter { get; init; } = 10;

    /// <summary>Each rung comes later than the one below it, and the first on the first day at the earliest.</summary>
    public bool IsSound =>
        ReminderAfter >= 1 && NoticeAfter > ReminderAfter && TalkAfter > NoticeAfter && CircularAfter > TalkAfter;

    /// <summary>The rung that something is on which is so many working days late; null while it is on none.</summary>
    public EscalationLevel? LevelOf(int workingDaysLate) =>
        workingDaysLate >= CircularAfter ? EscalationLevel.Circular
        : workingDaysLate >= TalkAfter ? EscalationLevel.Talk
        : workingDaysLate >= NoticeAfter ? EscalationLevel.Notice
        : workingDaysLate >= ReminderAfter ? EscalationLevel.Reminder
        : null;
}
