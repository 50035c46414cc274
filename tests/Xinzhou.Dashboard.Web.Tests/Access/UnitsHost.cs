using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>The application with two units, who acts for each, and who decides.</summary>
public abstract class UnitsHost : AccessHost
{
    /// <summary>Acts for 测试工信局 (gxj).</summary>
    public Actor Reporter { get; private set; } = null!;

    /// <summary>Acts for 测试发改委 (fgw).</summary>
    public Actor Stranger { get; private set; } = null!;

    public Actor Supervisor { get; private set; } = null!;

    public SnapshotStore Store => Services.GetRequiredService<SnapshotStore>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var setup = new ReturnSetup(Database.Owner, Database.App);
        await setup.DepartmentAsync("gxj", "测试工信局");
        await setup.DepartmentAsync("fgw", "测试发改委");
        Reporter = await setup.UserAsync("wang", Role.Reporter, "gxj", "王填报");
        Stranger = await setup.UserAsync("zhao", Role.Reporter, "fgw", "赵填报");
        Supervisor = await setup.UserAsync("du", Role.Supervisor, name: "杜督查");
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
