using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>The application with a notice of one of two units.</summary>
public class NoticeHost : UnitsHost
{
    /// <summary>The moment, by the clock of the application.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    public NoticeSteps Steps => Services.GetRequiredService<NoticeSteps>();

    public NoticeEvidenceStore Evidence => Services.GetRequiredService<NoticeEvidenceStore>();

    public WorkingDays Days => Services.GetRequiredService<WorkingDays>();

    /// <summary>A notice of the reporter's unit, issued today.</summary>
    public NoticeNumber Number { get; private set; }

    /// <summary>The day on which it was issued.</summary>
    public DateOnly Issued { get; private set; }

    /// <summary>The clock of the application.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Issued = Shanghai.DayOf(Now);
        var issued = await Steps.IssueAsync(
            new() { Subject = "测试督办事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"], Person = "张三" }, Supervisor);
        Number = issued.Numbers[0];
        await Wait.UntilAsync(() => Store.Current.Notices.Has(Number) && Store.Current.Plan.Departments.Count == 2);
    }

    /// <summary>A notice as it is held.</summary>
    public Notice Held(NoticeNumber number) => Store.Current.Notices.Find(number, new AsOf(Now), Days)!;

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

    protected override void Replace(IServiceCollection services) => services.AddSingleton(Time);
}
