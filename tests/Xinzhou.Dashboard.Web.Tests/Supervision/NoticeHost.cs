using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Supervision;

/// <summary>The application with a notice of one of two units.</summary>
public sealed class NoticeHost : UnitsHost
{
    public NoticeSteps Steps => Services.GetRequiredService<NoticeSteps>();

    /// <summary>A notice of the reporter's unit, issued today.</summary>
    public NoticeNumber Number { get; private set; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var issued = await Steps.IssueAsync(
            new() { Subject = "测试督办事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = ["gxj"], Person = "张三" }, Supervisor);
        Number = issued.Numbers[0];
        await Wait.UntilAsync(() => Store.Current.Notices.Has(Number) && Store.Current.Plan.Departments.Count == 2);
    }
}
