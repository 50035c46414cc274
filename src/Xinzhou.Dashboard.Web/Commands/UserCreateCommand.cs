using System.CommandLine;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Enters a user and prints the path of the link by which he chooses his password.</summary>
internal sealed class UserCreateCommand : DataCommand
{
    private readonly Argument<string> _user = new("USER") { Description = "The name he signs in with." };

    private readonly Option<string> _role = new("--role") { Description = "What he may do.", HelpName = "ROLE", Required = true };

    private readonly Option<string?> _name = new("--name") { Description = "The name people know him by; default USER.", HelpName = "TEXT" };

    private readonly Option<string?> _department = new("--department") { Description = "Code of the department he acts for.", HelpName = "CODE" };

    private readonly Option<string?> _email = new("--email") { Description = "Where single sign-on finds him.", HelpName = "ADDRESS" };

    public UserCreateCommand(SharedOptions shared)
        : base("create", "Enters a user and prints the path of his one-time link, which holds for 24 hours.", shared)
    {
        _role.AcceptOnlyFromAmong([.. Code.All<Role>()]);
        Add(_user);
        Add(_role);
        Add(_name);
        Add(_department);
        Add(_email);
    }

    protected override void AddServices(IServiceCollection services) => AccountSetup.AddUsers(services);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var user = run.Arguments.GetRequiredValue(_user);
        var draft = new UserDraft(
            run.Arguments.GetValue(_name) ?? user,
            Code.Parse<Role>(run.Arguments.GetRequiredValue(_role)),
            run.Arguments.GetValue(_department),
            run.Arguments.GetValue(_email));
        await using var scope = run.Services.CreateAsyncScope();
        var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>().CreateAsync("command", user, draft, cancellation);
        await (fault is null ? run.Output : run.Errors).WriteLineAsync(link ?? $"The user “{user}” was not entered: {fault}.");
        return fault is null ? ExitCode.Done : ExitCode.Refused;
    }
}
