using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>The application with two units, who acts for them, and who decides.</summary>
public sealed class NoticeHost : AccessHost
{
    public Actor Reporter { get; private set; } = null!;

    public Actor Stranger { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public SnapshotStore Store => Services.GetRequiredService<SnapshotStore>();

    public NoticeSteps Steps => Services.GetRequiredService<NoticeSteps>();

    public NoticeEvidenceStore Evidence => Services.GetRequiredService<NoticeEvidenceStore>();

    public WorkingDays Days => Services.GetRequiredService<WorkingDays>();

    /// <summary>A notice of the reporter's unit, issued today.</summary>
    public NoticeNumber Number { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var setup = new ReturnSetup(Database.Owner, Database.App);
        await setup.DepartmentAsync("gxj", "测试工信局");
        await setup.DepartmentAsync("fgw", "测试发改委");
        Reporter = await setup.UserAsync("wang", Role.Reporter, "gxj", "王填报");
        Stranger = await setup.UserAsync("zhao", Role.Reporter, "fgw", "赵填报");
        Supervisor = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
        var issued = await Steps.IssueAsync(
            new() { Subject = "测试督办事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"], Person = "张三" }, Supervisor);
        Number = issued.Numbers[0];
        await Wait.UntilAsync(() => Store.Current.Notices.Has(Number) && Store.Current.Plan.Departments.Count == 2);
    }

    /// <summary>A notice as it is held.</summary>
    public Notice Held(NoticeNumber number) => Store.Current.Notices.Find(number, new AsOf(TimeProvider.System.GetUtcNow()), Days)!;

    /// <summary>Another notice of the reporter's unit, which he has signed for.</summary>
    public async Task<NoticeNumber> SignedAsync(string subject)
    {
        var issued = await Steps.IssueAsync(new() { Subject = subject, Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"] }, Supervisor);
        await Wait.UntilAsync(() => Store.Current.Notices.Has(issued.Numbers[0]));
        await DoAsync(issued.Numbers[0], new(NoticeAct.Sign), Reporter);
        return issued.Numbers[0];
    }

    /// <summary>Does something about a notice, and waits until it is held.</summary>
    public async Task DoAsync(NoticeNumber number, NoticeEntry entry, Actor actor)
    {
        var seen = Held(number).LastEventId;
        var outcome = await Steps.DoAsync(number, entry, seen, actor);
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Refusal);
        await Wait.UntilAsync(() => Held(number).LastEventId > seen);
    }

    /// <summary>A person by the name he signs in with.</summary>
    public async Task<Visitor> VisitAsAsync(Actor actor)
    {
        var visitor = Visit();
        using var answer = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", actor.UserName));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }
}
