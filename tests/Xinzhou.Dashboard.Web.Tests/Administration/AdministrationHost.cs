using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>The application with the figures that come with it and a system administrator.</summary>
public sealed class AdministrationHost : AccessHost
{
    public ReturnSetup Setup { get; private set; } = null!;

    public Actor Administrator { get; private set; } = null!;

    public Actor Reporter { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Setup = new(Database.Owner, Database.App);
        await Setup.DepartmentAsync("d1", "测试局甲");
        await Setup.DepartmentAsync("d2", "测试局乙");
        Administrator = await Setup.UserAsync("sun", Role.Admin, name: "孙管理");
        Reporter = await Setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        await UntilAsync(s => s.Plan.Departments.Count == 2);
    }

    /// <summary>A persona by the name he signs in with.</summary>
    public async Task<Visitor> VisitAsAsync(Actor actor)
    {
        var visitor = Visit();
        using var answer = await visitor.SubmitAsync("/account/sign-in", null, "/account/persona", ("name", actor.UserName));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>Waits until the snapshot of the application is as it should be.</summary>
    public async Task UntilAsync(Func<Data.Snapshot.Snapshot, bool> holds)
    {
        var store = Services.GetRequiredService<SnapshotStore>();
        await Wait.UntilAsync(() => holds(store.Current));
    }

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }
}
