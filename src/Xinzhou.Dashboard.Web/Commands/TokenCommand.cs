using System.CommandLine;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The commands about API tokens.</summary>
internal sealed class TokenCommand : Command
{
    public TokenCommand(SharedOptions shared)
        : base("token", "Makes, lists and revokes tokens for the API.")
    {
        Add(new TokenCreateCommand(shared));
        Add(new TokenListCommand(shared));
        Add(new TokenRevokeCommand(shared));
    }
}
