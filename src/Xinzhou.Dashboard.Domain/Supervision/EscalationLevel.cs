namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>The rungs of the ladder, in the order in which they are climbed.</summary>
public enum EscalationLevel
{
    /// <summary>提醒.</summary>
    Reminder,

    /// <summary>督办单.</summary>
    Notice,

    /// <summary>约谈.</summary>
    Talk,

    /// <summary>通报.</summary>
    Circular,
}
