using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>The words of notices, in the language of the page.</summary>
/// <param name="files">Why a file was not taken.</param>
/// <param name="text">The words.</param>
public sealed class NoticeText(EvidenceText files, IStringLocalizer<NoticeText> text)
{
    public string Stage(NoticeStage stage) => text[$"Stage{stage}"];

    public string Grade(MatterGrade grade) => text[$"Grade{grade}"];

    public string Origin(NoticeOrigin origin) => text[$"Origin{origin}"];

    public string Step(NoticeStep step) => text[$"Step{step}"];

    public string Level(EscalationLevel level) => text[$"Level{level}"];

    public string Act(NoticeAct act) => text[$"Act{act}"];

    public string Mode(CountingMode mode) => text[$"Mode{mode}"];

    /// <summary>40%; nothing where nothing is said.</summary>
    public static string? Percent(decimal? percent) => percent?.ToString("0.##", CultureInfo.InvariantCulture) is { } number ? $"{number}%" : null;

    /// <summary>2026-10-12.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What was done, in one line: the act, its dates, its rung, its percent.</summary>
    public string Did(NoticeEvent done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return string.Join(" · ", new[]
        {
            Act(done.Act),
            done.Level is { } level ? Level(level) : null,
            done.Step is { } step ? text["LateStep", Step(step)].Value : null,
            Percent(done.Percent),
            done.Files.Count > 0 ? text["WithFiles", done.Files.Count].Value : null,
            done.From is { } from ? text["Span", Day(from), Day(done.Until!.Value)].Value : done.Until is { } until ? text["To", Day(until)].Value : null,
        }.OfType<string>());
    }

    /// <summary>What is due next, as 签收 2026-10-12; null where nothing is.</summary>
    public string? Due(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Next is { Due: { } day } next ? $"{Step(next.Step)} {Day(day)}" : null;
    }

    /// <summary>逾期 3 个工作日; null where it is not late by any.</summary>
    public string? DaysLate(Notice notice, WorkingDays calendar) => NoticeDelay.Of(notice, calendar) is > 0 and var late ? text["DaysLate", late].Value : null;

    /// <summary>Why it was refused, and what would do.</summary>
    public string Fault(NoticeFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return text[
            $"Reason{fault.Reason}", fault.Day is { } day ? Day(day) : "", NoticeDraft.MaxLine, NoticeDraft.MaxText, NoticeDraft.MaxUnits,
            fault.Number?.Code ?? "", NoticeEntry.MaxFiles];
    }

    /// <summary>Why a file was not added; null if it was.</summary>
    public string? Of(NoticeEvidenceOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Fault is { } fault ? files.Fault(fault) : outcome.NotHis is { } notHis ? Fault(notHis) : outcome.Refusal is { } why ? Refusal(why) : null;
    }

    /// <summary>Why nothing was done; null if something was.</summary>
    public string? Of(NoticeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Faults.Count > 0 ? string.Join(' ', outcome.Faults.Select(Fault))
            : outcome.Refusal is { } why ? Refusal(why)
            : null;
    }

    /// <summary>Somebody else was before him.</summary>
    public string Overtaken => Refusal(ChangeRefusal.Stale);

    private string Refusal(ChangeRefusal why) =>
        text[why is ChangeRefusal.WrongRole or ChangeRefusal.NotFound or ChangeRefusal.Stale ? $"Refusal{why}" : "RefusalOther"];
}
