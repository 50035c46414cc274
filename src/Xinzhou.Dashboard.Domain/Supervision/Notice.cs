using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>督办单: a notice as it stands at a moment, worked out from what was done about it until then.</summary>
public sealed class Notice
{
    private readonly NoticeEvent[] events;
    private readonly int runStart;

    /// <param name="assignment">The notice as it was issued.</param>
    /// <param name="events">What was done about it until the moment, in the order of recording.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="today">The day of the moment, in Asia/Shanghai.</param>
    public Notice(NoticeAssignment assignment, IEnumerable<NoticeEvent> events, WorkingDays calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        (Assignment, Today) = (assignment, today);
        this.events = [.. events];
        // A notice that was reopened is worked on anew: what was signed stays signed.
        runStart = Array.FindLastIndex(this.events, e => e.Act == NoticeAct.Reopen) + 1;
        Clock = SupervisionClock.Run(
            new()
            {
                Assigned = Shanghai.DayOf(assignment.At),
                Grade = assignment.Grade,
                Mode = assignment.Mode,
                Pauses = Pauses,
                ExtendedTo = ExtendedTo,
            },
            calendar);
        Steps = [.. Enum.GetValues<NoticeStep>().Select(StateOf)];
    }

    /// <summary>As it was issued.</summary>
    public NoticeAssignment Assignment { get; }

    /// <summary>The day that it is judged on.</summary>
    public DateOnly Today { get; }

    /// <summary>What was done about it, in the order of recording.</summary>
    public IReadOnlyList<NoticeEvent> Events => events;

    /// <summary>By when what is due.</summary>
    public ClockDates Clock { get; }

    /// <summary>The steps in their order, done or not.</summary>
    public IReadOnlyList<NoticeStepState> Steps { get; }

    /// <summary>The number of the last that was done; 0 where nothing was. Whoever does something says which he saw.</summary>
    public long LastEventId => events is [.., var last] ? last.Id : 0;

    /// <summary>When anything was done last, the assignment among it.</summary>
    public DateTimeOffset LastChange => events is [.., var last] ? last.At : Assignment.At;

    /// <summary>How far it is.</summary>
    public NoticeStage Stage =>
        LastDone(NoticeAct.Close) is not null ? NoticeStage.Closed
        : StandingVerification is not null ? NoticeStage.Verified
        : StandingClaim is not null ? NoticeStage.Claimed
        : Last(NoticeAct.Sign) is null ? NoticeStage.Assigned
        : Last(NoticeAct.Feedback) is null ? NoticeStage.Received
        : NoticeStage.InProgress;

    /// <summary>It is closed.</summary>
    public bool IsClosed => Stage == NoticeStage.Closed;

    /// <summary>The unit still owes something.</summary>
    public bool IsRunning => Stage <= NoticeStage.InProgress;

    /// <summary>All pauses, in the order in which they were set.</summary>
    public IReadOnlyList<Pause> Pauses =>
        [.. events.Where(e => e is { Act: NoticeAct.Pause, From: not null, Until: not null }).Select(e => new Pause(e.From!.Value, e.Until!.Value))];

    /// <summary>Today is paused.</summary>
    public bool IsPaused => IsRunning && Pauses.Any(p => p.From <= Today && Today <= p.To);

    /// <summary>What was decided on extensions: granted ones, and dates that came with a refusal or a reopening.</summary>
    public IReadOnlyList<NoticeEvent> Extensions => [.. events.Where(e => e.Act == NoticeAct.Extend)];

    /// <summary>The request for another date that nobody has decided on; null if there is none.</summary>
    public NoticeEvent? OpenRequest =>
        Last(NoticeAct.AskExtension) is { } asked
        && !events.Any(e => e.Id > asked.Id && e.Act is NoticeAct.Extend or NoticeAct.RefuseExtension or NoticeAct.Reopen)
            ? asked
            : null;

    /// <summary>The highest rung that was reached since it was issued or reopened; null if none was.</summary>
    public EscalationLevel? Escalation => Run.Where(e => e.Act == NoticeAct.Escalate).Max(e => e.Level);

    /// <summary>What was said last of how far it is; null if nothing was.</summary>
    public decimal? Percent => Last(NoticeAct.Feedback)?.Percent;

    /// <summary>Something that the unit owes is overdue, or was settled after its day.</summary>
    public bool IsLate => LateSteps.Any();

    /// <summary>What the unit owes next; null when it owes nothing.</summary>
    public NoticeStepState? Next => IsRunning ? Steps.FirstOrDefault(s => s is { Due: not null, At: null }) : null;

    /// <summary>What makes it late: what is owed and not done when its day is over, and settling after its day. Each has a date.</summary>
    public IEnumerable<NoticeStepState> LateSteps => Steps.Where(s => s.IsLate && (s.At is null || s.Step == NoticeStep.Settle));

    /// <summary>What the unit owes and has not done on the day that it had to be done by.</summary>
    public IEnumerable<NoticeStepState> Overdue => Steps.Where(s => s is { At: null, IsLate: true });

    /// <summary>When it was closed; null while it is not.</summary>
    public DateTimeOffset? ClosedAt => LastDone(NoticeAct.Close)?.At;

    /// <summary>The claim that waits to be verified, or was; null if there is none, or it was refused.</summary>
    public NoticeEvent? StandingClaim =>
        LastDone(NoticeAct.Claim) is { } claim && !Run.Any(e => e.Id > claim.Id && e.Act == NoticeAct.Refuse) ? claim : null;

    /// <summary>The verification of the standing claim; null if there is none.</summary>
    public NoticeEvent? StandingVerification =>
        StandingClaim is { } claim ? Run.LastOrDefault(e => e.Act == NoticeAct.Verify && e.Id > claim.Id) : null;

    /// <summary>Whether a person worked on it for the unit: he verifies and closes nothing of it.</summary>
    public bool IsOwnOf(Guid person) =>
        events.Any(e => e.By?.Id == person && e.Act is NoticeAct.Sign or NoticeAct.Feedback or NoticeAct.Claim or NoticeAct.AskExtension);

    /// <summary>All files that went along with what was done, the earliest act first; one that went along twice stands twice.</summary>
    public IEnumerable<(NoticeEvent With, NoticeEvidence Evidence)> Files => events.SelectMany(e => e.Files, (e, file) => (e, file));

    /// <summary>Whether a unit leads it or assists.</summary>
    public bool Concerns(string? department) => department is not null && (Assignment.Lead == department || Assignment.Assisting.Contains(department));

    /// <summary>Whether a rung was reached for a step since it was issued or reopened.</summary>
    internal bool WasRaised(NoticeStep step, EscalationLevel level) =>
        Run.Any(e => e.Act == NoticeAct.Escalate && e.Step == step && e.Level >= level);

    private IEnumerable<NoticeEvent> Run => events.Skip(runStart);

    /// <summary>The date that was set in place of the one that the clock gives: the last one holds.</summary>
    private DateOnly? ExtendedTo =>
        events.LastOrDefault(e => e.Act is NoticeAct.Extend or NoticeAct.Refuse or NoticeAct.Reopen && e.Until is not null)?.Until;

    private NoticeEvent? Last(NoticeAct act) => events.LastOrDefault(e => e.Act == act);

    /// <summary>The last of an act since the notice was issued or reopened.</summary>
    private NoticeEvent? LastDone(NoticeAct act) => Run.LastOrDefault(e => e.Act == act);

    private NoticeStepState StateOf(NoticeStep step)
    {
        if (step == NoticeStep.Assign) return new(step, null, Assignment.At, Assignment.By.Name, false);
        DateOnly? due = step switch
        {
            NoticeStep.Sign => Clock.Sign,
            NoticeStep.Feedback => Clock.Feedback,
            NoticeStep.Settle => Clock.Settle,
            _ => null,
        };
        var done = step switch
        {
            NoticeStep.Sign => events.FirstOrDefault(e => e.Act == NoticeAct.Sign),
            // Who says that it is done says how far it is.
            NoticeStep.Feedback => events.FirstOrDefault(e => e.Act is NoticeAct.Feedback or NoticeAct.Claim),
            NoticeStep.Settle => StandingClaim,
            NoticeStep.Verify => StandingVerification,
            _ => LastDone(NoticeAct.Close),
        };
        return new(step, due, done?.At, done?.By?.Name, due < (done is null ? Today : Shanghai.DayOf(done.At)));
    }
}
