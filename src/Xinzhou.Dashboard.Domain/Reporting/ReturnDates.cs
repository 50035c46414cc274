namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>When a return is asked for.</summary>
/// <param name="OpensAt">From then on it can be filled.</param>
/// <param name="DueAt">By then it is to be submitted.</param>
/// <param name="ClosesAt">From then on nothing is entered or submitted; not before <paramref name="DueAt"/>.</param>
/// <param name="ReminderDays">The reporter is reminded so many days before it is due.</param>
/// <param name="EscalationDays">The reviewers are told so many days after it was due.</param>
public sealed record ReturnDates(DateTimeOffset OpensAt, DateTimeOffset DueAt, DateTimeOffset ClosesAt, int ReminderDays, int EscalationDays)
{
    /// <summary>临期: within the reminder days.</summary>
    public bool IsDueSoon(DateTimeOffset now) => now < DueAt && now >= DueAt.AddDays(-ReminderDays);

    /// <summary>逾期.</summary>
    public bool IsOverdue(DateTimeOffset now) => now >= DueAt;
}
