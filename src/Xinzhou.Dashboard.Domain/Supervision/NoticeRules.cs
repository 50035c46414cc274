using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What may be done about a notice, by whom and when.</summary>
public static class NoticeRules
{
    /// <summary>How many days ahead a date may lie at most.</summary>
    public const int MaxDays = 366;

    /// <summary>The acts of the unit that leads.</summary>
    public static bool IsOfUnit(this NoticeAct act) => act is NoticeAct.Sign or NoticeAct.Feedback or NoticeAct.Claim or NoticeAct.AskExtension;

    /// <summary>The acts that files go along with: of the unit its evidence, of those who check on site their pictures.</summary>
    public static bool CarriesFiles(this NoticeAct act) => act is NoticeAct.Feedback or NoticeAct.Claim || act.IsOfCheck();

    /// <summary>The outcomes of a check on site (督查核实): what is claimed holds, does not, or holds no more.</summary>
    public static bool IsOfCheck(this NoticeAct act) => act is NoticeAct.Verify or NoticeAct.Refuse or NoticeAct.Reopen;

    /// <summary>Whether a file of a kind is a picture, which is what those who check on site add.</summary>
    public static bool IsPicture(EvidenceKind kind) => kind is EvidenceKind.Png or EvidenceKind.Jpeg;

    /// <summary>Whether somebody may issue notices: a leader and the inspection office.</summary>
    public static bool MayIssue(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.RunSupervision) || actor.Role.Has(Right.SetTargets);
    }

    /// <summary>Whether somebody has the role for an act; what he may do of a certain notice is asked of <see cref="Faults"/>.</summary>
    public static bool MayDo(NoticeAct act, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return act.IsOfUnit() ? actor.Role.Has(Right.EnterReturns) && actor.Department is not null
            : act is NoticeAct.Reopen or NoticeAct.Escalate ? MayIssue(actor)
            : actor.Role.Has(Right.RunSupervision);
    }

    /// <summary>Whether somebody has the role for adding files; to a certain notice is asked of <see cref="FaultOfAdding"/>.</summary>
    public static bool MayAdd(Actor actor) => MayDo(NoticeAct.Feedback, actor) || MayDo(NoticeAct.Reopen, actor);

    /// <summary>
    /// Why somebody may not add a file to a notice; null if he may: the unit while it works on it, the inspection office when something is
    /// claimed, a leader when it could be reopened.
    /// </summary>
    /// <param name="notice">As it stands now.</param>
    /// <param name="actor">Who; his role allows it.</param>
    public static NoticeFault? FaultOfAdding(Notice notice, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (MayDo(NoticeAct.Feedback, actor)) return notice.Assignment.Lead == actor.Department ? OfStage(notice, NoticeAct.Feedback) : NoticeReason.OtherUnit;
        if (MayDo(NoticeAct.Verify, actor) && !notice.IsRunning) return null;
        return notice.IsRunning ? NoticeReason.NotClaimed : OfStage(notice, NoticeAct.Reopen);
    }

    /// <summary>Whether somebody sees a notice: whoever sees returns, a unit its own.</summary>
    public static bool MaySee(Notice notice, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.SeeReturns) && (actor.Role != Role.Reporter || notice.Concerns(actor.Department));
    }

    /// <summary>Why something is not done about a notice; empty if it can be.</summary>
    /// <param name="notice">As it stands now.</param>
    /// <param name="entry">What is to be done; its texts trimmed.</param>
    /// <param name="actor">Who; his role allows the act.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static IEnumerable<NoticeFault> Faults(Notice notice, NoticeEntry entry, Actor actor, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(calendar);
        // Whether it can be done at all comes first: what is said with it does not matter then.
        if (entry.Act.IsOfUnit() && notice.Assignment.Lead != actor.Department) return [NoticeReason.OtherUnit];
        if (OfStage(notice, entry.Act) is { } wrong) return [wrong];
        if (entry.Act is NoticeAct.Verify or NoticeAct.Refuse or NoticeAct.Close && notice.IsOwnOf(actor.Id)) return [NoticeReason.OwnWork];
        return [.. OfTexts(entry), .. OfDates(notice, entry, calendar), .. OfLevel(notice, entry)];
    }

    private static NoticeFault? OfStage(Notice notice, NoticeAct act) => act switch
    {
        NoticeAct.Sign => notice.Stage == NoticeStage.Assigned ? null : NoticeReason.AlreadySigned,
        NoticeAct.Feedback or NoticeAct.Claim or NoticeAct.AskExtension when notice.Stage == NoticeStage.Assigned => NoticeReason.NotSigned,
        NoticeAct.Feedback or NoticeAct.Claim or NoticeAct.Pause or NoticeAct.Escalate => notice.IsRunning ? null : NoticeReason.NotRunning,
        NoticeAct.AskExtension => !notice.IsRunning ? NoticeReason.NotRunning
            : notice.OpenRequest is not null ? NoticeReason.RequestOpen
            : Passed(notice),
        // What was asked for in time may be granted later: the office's delay is not the unit's.
        NoticeAct.Extend => !notice.IsRunning ? NoticeReason.NotRunning : notice.OpenRequest is null ? Passed(notice) : null,
        NoticeAct.RefuseExtension => notice.OpenRequest is null ? NoticeReason.NoRequest : null,
        NoticeAct.Refuse or NoticeAct.Verify => notice.Stage == NoticeStage.Claimed ? null : NoticeReason.NotClaimed,
        NoticeAct.Close => notice.Stage == NoticeStage.Verified ? null : NoticeReason.NotVerified,
        NoticeAct.Reopen => notice.Stage is NoticeStage.Verified or NoticeStage.Closed ? null : NoticeReason.NotSettled,
        _ => null,
    };

    private static NoticeFault? Passed(Notice notice) =>
        notice.Today > notice.Clock.Settle ? new(NoticeReason.DatePassed, notice.Clock.Settle) : null;

    private static IEnumerable<NoticeFault> OfTexts(NoticeEntry entry)
    {
        if (entry.Text is null && entry.Act is not (NoticeAct.Sign or NoticeAct.Close)) yield return NoticeReason.TextMissing;
        if (entry.Act == NoticeAct.Claim && entry.Evidence is null && entry.Files.Count == 0) yield return NoticeReason.EvidenceMissing;
        if (entry.Act.CarriesFiles() && entry.Files.Distinct().Count() > NoticeEntry.MaxFiles) yield return NoticeReason.TooManyFiles;
        if (entry.Text?.Length > NoticeEntry.MaxLength || entry.Evidence?.Length > NoticeEntry.MaxLength) yield return NoticeReason.TooLong;
        if (entry.Act != NoticeAct.Feedback) yield break;
        if (entry.Percent is null) yield return NoticeReason.PercentMissing;
        else if (entry.Percent is < 0 or > 100) yield return NoticeReason.PercentRange;
        else if (entry.Percent.Value.Scale > NoticeEntry.MaxDecimals) yield return NoticeReason.TooManyDecimals;
    }

    private static IEnumerable<NoticeFault> OfDates(Notice notice, NoticeEntry entry, WorkingDays calendar) => entry.Act switch
    {
        NoticeAct.Pause => OfPause(notice, entry),
        NoticeAct.AskExtension or NoticeAct.Extend => OfDay(notice, entry.Until, calendar, after: notice.Clock.Settle),
        NoticeAct.Reopen => OfDay(notice, entry.Until, calendar, after: null),
        // A claim that is refused keeps its date unless another is set.
        NoticeAct.Refuse when entry.Until is not null => OfDay(notice, entry.Until, calendar, after: null),
        _ => [],
    };

    private static IEnumerable<NoticeFault> OfPause(Notice notice, NoticeEntry entry)
    {
        if (entry.From is not { } from) yield return NoticeReason.FromMissing;
        else if (from < notice.Today) yield return new(NoticeReason.InThePast, from);
        else if (from > notice.Clock.Settle) yield return new(NoticeReason.AfterDue, notice.Clock.Settle);
        if (entry.Until is not { } until) yield return NoticeReason.UntilMissing;
        else if (until < entry.From) yield return NoticeReason.EndBeforeStart;
        else if (until > notice.Today.AddDays(MaxDays)) yield return new(NoticeReason.TooFar, notice.Today.AddDays(MaxDays));
    }

    private static IEnumerable<NoticeFault> OfDay(Notice notice, DateOnly? day, WorkingDays calendar, DateOnly? after)
    {
        if (day is not { } until) yield return NoticeReason.UntilMissing;
        else if (until < notice.Today) yield return new(NoticeReason.InThePast, until);
        else if (until <= after) yield return new(NoticeReason.NotLater, after);
        else if (until > notice.Today.AddDays(MaxDays)) yield return new(NoticeReason.TooFar, notice.Today.AddDays(MaxDays));
        else if (!calendar.IsWorking(until)) yield return new(NoticeReason.DayOff, calendar.OnOrAfter(until));
    }

    private static IEnumerable<NoticeFault> OfLevel(Notice notice, NoticeEntry entry)
    {
        if (entry.Act != NoticeAct.Escalate) yield break;
        if (entry.Level is null) yield return NoticeReason.LevelMissing;
        else if (entry.Level <= notice.Escalation) yield return NoticeReason.LevelReached;
    }
}
