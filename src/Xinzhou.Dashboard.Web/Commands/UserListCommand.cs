using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Administration.Users;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Lists the users: name, role, department, state, last sign-in, separated by tabs.</summary>
internal sealed class UserListCommand(SharedOptions shared) : DataCommand("list", "Lists the users, one a line.", shared)
{
    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        foreach (var user in await UserRow.ListAsync(run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), cancellation))
        {
            var state = user switch
            {
                { DisabledAt: not null } => "disabled",
                { IsPersona: true } => "persona",
                { LockedUntil: not null } => "locked",
                _ => "active",
            };
            await run.Output.WriteLineAsync(string.Join('\t',
                user.UserName, user.DisplayName, Code.Of(user.Role), user.DepartmentCode ?? "-", state,
                user.LastSeenAt?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "-"));
        }

        return ExitCode.Done;
    }
}
