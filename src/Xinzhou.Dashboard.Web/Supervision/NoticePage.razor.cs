using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>One notice: its clock, everything that was done about it, and what the reader may do.</summary>
public sealed partial class NoticePage(
    WorkingDays days,
    TimeProvider time,
    Caller caller,
    NavigationManager navigation,
    Address address,
    NoticeText words,
    LightWords lights,
    IStringLocalizer<NoticePage> text)
{
    private Actor? actor;
    private CityPlan plan = null!;
    private Notice? notice;
    private (string Name, string Path)? origin;
    private IReadOnlyList<Notice> together = [];

    /// <summary>The number: 2026-012.</summary>
    [Parameter]
    public string Number { get; set; } = "";

    private Address Address => address;

    private NoticeText Words => words;

    private IStringLocalizer<NoticePage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (!await GuardAsync(async () => actor = (await caller.FindAsync(Right.SeeReturns, Leaving))?.ToActor())) return;
        Look();
        if (notice is null) navigation.NotFound();
        Follow();
    }

    protected override void Look()
    {
        var now = new NoticesNow(Store.Current, new(time.GetUtcNow()), days);
        plan = now.Plan;
        notice = actor is not null && NoticeNumber.Parse(Number) is { } number ? now.Find(number, actor) : null;
        origin = notice is null ? null : LightOf(notice, now) ?? ReviewOf(notice, now);
        together = notice is null || actor is null ? [] : [.. now.SeenBy(actor).Where(n => n.Assignment.Dispatch == notice.Assignment.Dispatch).OrderBy(n => n.Assignment.Id)];
    }

    /// <summary>What the light is of, and where it is read; null where the notice comes from no light.</summary>
    private (string Name, string Path)? LightOf(Notice of, NoticesNow now)
    {
        if (of.Assignment.Origin != NoticeOrigin.Light || LightSubject.Parse(of.Assignment.Reference) is not { } subject) return null;
        var path = subject.Kind switch
        {
            LightSubjectKind.Item => FormattableString.Invariant($"/tasks/{subject.Number}#item-{subject.Part}"),
            LightSubjectKind.Task => FormattableString.Invariant($"/tasks/{subject.Number}"),
            _ => FormattableString.Invariant($"/figures/f{subject.Number:D10}"),
        };
        return (lights.Subject(subject, now.Snapshot.LightsAt(now.Moment)), path);
    }

    /// <summary>The review whose decision the notice is of, and where it is read; null where it comes from no review that was held here.</summary>
    private static (string Name, string Path)? ReviewOf(Notice of, NoticesNow now) =>
        now.Snapshot.Reviews.All.FirstOrDefault(r => r.Verdicts.Any(v => v.Verdict.Notice == of.Assignment.Number.Code)) is { } review
            ? (review.Subject.Name(Languages.IsEnglish), FormattableString.Invariant($"/reviews/{review.Id}"))
            : null;

    private string FactsOf(Notice of) => string.Join(" · ", new[]
    {
        plan.DepartmentName(of.Assignment.Lead),
        words.Grade(of.Assignment.Grade),
        words.Stage(of.Stage),
        words.Due(of) is { } due ? text["DueNext", due].Value : null,
        words.DaysLate(of, days),
        of.IsPaused ? text["Paused"].Value : null,
    }.OfType<string>());
}
