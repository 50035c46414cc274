using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>The words of notices, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class NoticeText(IStringLocalizer<NoticeText> text)
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
            done.From is { } from ? text["Span", Day(from), Day(done.Until!.Value)].Value : done.Until is { } until ? text["To", Day(until)].Value : null,
        }.OfType<string>());
    }

    /// <summary>What is due next, as 签收 2026-10-12; null where nothing is.</summary>
    public string? Due(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.Next is { Due: { } day } next ? $"{Step(next.Step)} {Day(day)}" : null;
    }

    /// <summary>Why it was refused, and what would do.</summary>
    public string Fault(NoticeFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return text[$"Reason{fault.Reason}", fault.Day is { } day ? Day(day) : "", NoticeDraft.MaxLine, NoticeDraft.MaxText, NoticeDraft.MaxUnits];
    }

    /// <summary>Why nothing was done; null if something was.</summary>
    public string? Of(NoticeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Faults.Count > 0 ? string.Join(' ', outcome.Faults.Select(Fault))
            : outcome.Refusal is not { } why ? null
            : text[why is ChangeRefusal.WrongRole or ChangeRefusal.NotFound or ChangeRefusal.Stale ? $"Refusal{why}" : "RefusalOther"].Value;
    }
}
