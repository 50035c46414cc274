using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>The people of the demonstration: personas, who have no password and whom only the Development environment signs in.</summary>
internal static class DemonstrationPeople
{
    /// <summary>The reporter of each department; the first is the persona <c>reporter</c>, who has a colleague: two may meet in one cell.</summary>
    public static readonly (string UserName, string Name, string Department)[] Reporters =
    [
        ("reporter", "演示填报人甲", "demo-a"), ("reporter-a2", "演示填报人甲（同事）", "demo-a"), ("reporter-b", "演示填报人乙", "demo-b"), ("reporter-c", "演示填报人丙", "demo-c"),
        ("reporter-d", "演示填报人丁", "demo-d"), ("reporter-e", "演示填报人戊", "demo-e"),
    ];

    /// <summary>The other leader: who approves what the persona <c>leader</c> proposes.</summary>
    public static readonly (string UserName, string Name) Deputy = ("leader-b", "演示分管市领导");

    /// <summary>Enters those that are missing and gives them: the reporter of each department, the reviewer, the two leaders, the supervisor and the system administrator.</summary>
    public static async Task<(IReadOnlyDictionary<string, Actor> Reporters, Actor Reviewer, Actor Leader, Actor Deputy, Actor Supervisor, Actor Administrator)> EnterAsync(
        Change change, CancellationToken cancellation)
    {
        foreach (var (userName, name, department) in Reporters)
        {
            await EnterAsync(change, userName, name, Role.Reporter, department, cancellation);
        }

        await EnterAsync(change, "reviewer", "演示审核人", Role.Reviewer, null, cancellation);
        await EnterAsync(change, "leader", "市领导", Role.Leader, null, cancellation);
        await EnterAsync(change, Deputy.UserName, Deputy.Name, Role.Leader, null, cancellation);
        await EnterAsync(change, "supervisor", "督查人员", Role.Supervisor, null, cancellation);
        await EnterAsync(change, "admin", "系统管理员", Role.Admin, null, cancellation);
        await change.SaveAsync(cancellation);
        var people = await change.Context.Users.Where(u => u.IsPersona)
            .Select(u => new Actor(u.Id, u.UserName!, u.DisplayName, u.Role, u.DepartmentCode)).ToListAsync(cancellation);
        return (
            Reporters.DistinctBy(r => r.Department).ToDictionary(r => r.Department, r => people.Single(p => p.UserName == r.UserName)),
            people.Single(p => p.UserName == "reviewer"),
            people.Single(p => p.UserName == "leader"),
            people.Single(p => p.UserName == Deputy.UserName),
            people.Single(p => p.UserName == "supervisor"),
            people.Single(p => p.UserName == "admin"));
    }

    private static async Task EnterAsync(
        Change change, string userName, string name, Role role, string? department, CancellationToken cancellation)
    {
        var normalized = userName.ToUpperInvariant();
        if (await change.Context.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == normalized, cancellation) is { } held)
        {
            (held.DisplayName, held.DepartmentCode) = (name, department);
            return;
        }

        change.Context.Add(Personas.Create(userName, name, role, department, change.Now));
    }
}
