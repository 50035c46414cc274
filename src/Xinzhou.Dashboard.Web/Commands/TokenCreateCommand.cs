using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Administration.Users;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Makes a token and prints it, alone, on stdout. It cannot be printed again.</summary>
internal sealed class TokenCreateCommand : DataCommand
{
    private const int GreatestDays = 3650;

    private readonly Option<string> _as = new("--as")
    {
        Description = $"The role that the bearer has: {string.Join(", ", Code.All<Role>())}; or the name of a user, whose role he has while the user is not disabled.",
        HelpName = "ROLE|USER",
        Required = true,
    };

    private readonly Option<string[]> _scopes = new("--scope")
    {
        Description = "What the token may be used for; may be repeated.",
        DefaultValueFactory = _ => [Code.Of(TokenScope.Read)],
    };

    private readonly Option<int> _days = new("--days")
    {
        Description = $"How many days it is accepted, 1 to {GreatestDays}.",
        HelpName = "N",
        DefaultValueFactory = _ => 90,
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "What it is for; default the role.",
        HelpName = "TEXT",
    };

    public TokenCreateCommand(SharedOptions shared)
        : base("create", "Makes a token and prints it alone.", shared)
    {
        _scopes.AcceptOnlyFromAmong([.. Code.All<TokenScope>()]);
        _days.Validators.Add(days =>
        {
            // What is no number at all cannot be asked for as one.
            if (days.Tokens is [var written]
                && !(int.TryParse(written.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= GreatestDays))
            {
                days.AddError($"--days takes whole numbers from 1 to {GreatestDays}.");
            }
        });
        Add(_as);
        Add(_scopes);
        Add(_days);
        Add(_name);
    }

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var bearer = run.Arguments.GetRequiredValue(_as);
        UserRow? user = null;
        if (!Code.TryParse<Role>(bearer, out var role))
        {
            var users = await UserRow.ListAsync(run.Services.GetRequiredService<IDbContextFactory<DashboardContext>>(), cancellation);
            user = users.FirstOrDefault(u => u.DisabledAt is null && u.UserName.Equals(bearer, StringComparison.OrdinalIgnoreCase));
            if (user is null)
            {
                await run.Errors.WriteLineAsync($"There is no role and no active user “{bearer}”; roles are {string.Join(", ", Code.All<Role>())}.");
                return ExitCode.Refused;
            }

            role = user.Role;
        }

        var scopes = run.Arguments.GetRequiredValue(_scopes).Distinct().Select(Code.Parse<TokenScope>).ToArray();
        var name = run.Arguments.GetValue(_name) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : bearer;
        var secret = await run.Services.GetRequiredService<ApiTokens>()
            .CreateAsync(name, role, scopes, TimeSpan.FromDays(run.Arguments.GetValue(_days)), "command", user?.Id, cancellation);
        await run.Output.WriteLineAsync(secret);
        return ExitCode.Done;
    }
}
