using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Disables a user, or enables him again.</summary>
internal sealed class UserDisableCommand : DataCommand
{
    private readonly Argument<string> _user = new("USER") { Description = "The name he signs in with." };
    private readonly bool _disabled;

    public UserDisableCommand(SharedOptions shared, string name, string description, bool disabled)
        : base(name, description, shared)
    {
        _disabled = disabled;
        Add(_user);
    }

    protected override void AddServices(IServiceCollection services) => AccountSetup.AddUsers(services);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var name = run.Arguments.GetRequiredValue(_user);
        await using var scope = run.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByNameAsync(name);
        var fault = user is null
            ? AccountFault.UnknownUser
            : await scope.ServiceProvider.GetRequiredService<UserAccounts>().SetDisabledAsync("command", user.Id, _disabled, cancellation);
        await (fault is null ? run.Output : run.Errors).WriteLineAsync(fault is null
            ? $"user: {name} {(_disabled ? "disabled" : "enabled")}"
            : $"Refused for “{name}”: {fault}.");
        return fault is null ? ExitCode.Done : ExitCode.Refused;
    }
}
