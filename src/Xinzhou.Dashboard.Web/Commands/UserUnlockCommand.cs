using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Ends the lock that failed attempts to sign in have put on a user.</summary>
internal sealed class UserUnlockCommand : DataCommand
{
    private readonly Argument<string> _user = new("USER") { Description = "The name he signs in with." };

    public UserUnlockCommand(SharedOptions shared)
        : base("unlock", "Ends the lock that failed attempts to sign in have put on a user.", shared) => Add(_user);

    protected override void AddServices(IServiceCollection services) => AccountSetup.AddUsers(services);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var name = run.Arguments.GetRequiredValue(_user);
        await using var scope = run.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByNameAsync(name);
        var fault = user is null
            ? AccountFault.UnknownUser
            : await scope.ServiceProvider.GetRequiredService<UserAccounts>().UnlockAsync("command", user.Id, cancellation);
        await (fault is null ? run.Output : run.Errors).WriteLineAsync(fault is null
            ? $"user: {name} unlocked"
            : $"Refused for “{name}”: {fault}.");
        return fault is null ? ExitCode.Done : ExitCode.Refused;
    }
}
