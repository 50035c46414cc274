using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>督办台账: all notices with filters; for a unit those that it leads or assists, what it has to do first.</summary>
public sealed partial class SupervisionPage(
    WorkingDays days,
    TimeProvider time,
    Caller caller,
    Address address,
    WorkScript script,
    NoticeText words,
    IStringLocalizer<SupervisionPage> text)
{
    private NoticesNow now = null!;
    private NoticeFilter filter = new();
    private Actor? actor;
    private IReadOnlyList<Notice> all = [];
    private IReadOnlyList<Notice> listed = [];
    private IReadOnlyList<Choice<NoticeStage?>> stages = [];
    private IReadOnlyList<Choice<MatterGrade?>> grades = [];
    private IReadOnlyList<Choice<string>> leads = [];

    private Address Address => address;

    private NoticeText Words => words;

    private IStringLocalizer<SupervisionPage> Text => text;

    private bool IsUnit => actor?.Role == Role.Reporter;

    protected override async Task OnInitializedAsync()
    {
        filter = NoticeFilter.Of(address.Get);
        Look();
        await GuardAsync(async () => actor = (await caller.FindAsync(Right.SeeReturns, Leaving))?.ToActor());
        Look();
        Follow();
    }

    protected override void Look()
    {
        now = new(Store.Current, new(time.GetUtcNow()), days);
        all = actor is null ? [] : now.SeenBy(actor);
        stages = [new(null, text["AllOf"]), .. Enum.GetValues<NoticeStage>().Select(s => new Choice<NoticeStage?>(s, words.Stage(s)))];
        grades = [new(null, text["AllOf"]), .. Enum.GetValues<MatterGrade>().Select(g => new Choice<MatterGrade?>(g, words.Grade(g)))];
        leads = [new(null!, text["AllOf"]), .. now.Plan.Departments.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, d.Name))];
        List();
    }

    private void List() => listed = [.. all.Where(n => filter.Lists(n, now.Plan))];

    private bool Waits(Notice notice) => actor is not null && NoticesNow.WaitsFor(notice, actor);

    private Task FilterAsync(NoticeFilter asked)
    {
        filter = asked;
        List();
        return script.ShowAddressAsync(filter.Write(address));
    }
}
