using System.CommandLine;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The commands about reviews (交账).</summary>
internal sealed class ReviewCommand : Command
{
    public ReviewCommand(SharedOptions shared)
        : base("review", "Reviews of milestones and quarters: verifies a frozen pack.") => Add(new ReviewVerifyCommand(shared));
}
