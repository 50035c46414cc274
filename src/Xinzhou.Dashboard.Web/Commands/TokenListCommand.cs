using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Lists the tokens, without their text: a line each, tabs between number, name, role, scopes, end and state.</summary>
internal sealed class TokenListCommand(SharedOptions shared)
    : DataCommand("list", "Lists the tokens: number, name, role, scopes, end, state.", shared)
{
    protected override async Task<ExitCode> RunAsync(CommandRun run, CancellationToken cancellation)
    {
        var now = run.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var token in await run.Services.GetRequiredService<ApiTokens>().ListAsync(cancellation))
        {
            await run.Output.WriteLineAsync(string.Join(
                '\t',
                token.Id.Cell(),
                token.Name,
                Code.Of(token.Role),
                string.Join(',', token.Scopes.Select(Code.Of)),
                token.ExpiresAt.Cell() ?? "never",
                token.RevokedAt is not null ? "revoked" : token.Holds(now) ? "valid" : "expired"));
        }

        return ExitCode.Done;
    }
}
