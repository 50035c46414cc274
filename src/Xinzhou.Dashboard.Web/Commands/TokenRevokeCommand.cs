using System.CommandLine;
using Xinzhou.Dashboard.Data.Access;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Revokes a token; a running server refuses it within seconds.</summary>
internal sealed class TokenRevokeCommand : DataCommand
{
    private readonly Argument<int> _number = new("NUMBER") { Description = "The number of the token, as token list prints it." };

    public TokenRevokeCommand(SharedOptions shared)
        : base("revoke", "Revokes a token.", shared) => Add(_number);

    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var number = run.Arguments.GetValue(_number);
        if (await run.Services.GetRequiredService<ApiTokens>().RevokeAsync(number, "command", cancellation))
        {
            return ExitCode.Done;
        }

        await run.Errors.WriteLineAsync($"There is no token {number} that is not revoked.");
        return ExitCode.Refused;
    }
}
