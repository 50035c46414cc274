using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Does something to a user who is named by what he signs in with.</summary>
internal abstract class UserActCommand : DataCommand
{
    private readonly Argument<string> _user = new("USER") { Description = "The name he signs in with." };

    /// <param name="name">The name of the command.</param>
    /// <param name="description">What it does.</param>
    /// <param name="shared">The options of all commands.</param>
    protected UserActCommand(string name, string description, SharedOptions shared)
        : base(name, description, shared) => Add(_user);

    /// <summary>What became of him, in a word.</summary>
    protected abstract string Done { get; }

    /// <summary>Does it.</summary>
    /// <returns>Why it was not done; null if it was.</returns>
    protected abstract Task<AccountFault?> ActAsync(UserAccounts accounts, Guid user, CancellationToken cancellation);

    protected override void AddServices(IServiceCollection services) => AccountSetup.AddUsers(services);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var name = run.Arguments.GetRequiredValue(_user);
        await using var scope = run.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByNameAsync(name);
        var fault = user is null ? AccountFault.UnknownUser : await ActAsync(scope.ServiceProvider.GetRequiredService<UserAccounts>(), user.Id, cancellation);
        await (fault is null ? run.Output : run.Errors).WriteLineAsync(fault is null ? $"user: {name} {Done}" : $"Refused for “{name}”: {fault}.");
        return fault is null ? ExitCode.Done : ExitCode.Refused;
    }
}
