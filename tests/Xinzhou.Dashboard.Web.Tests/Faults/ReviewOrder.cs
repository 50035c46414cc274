using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>Asks <see cref="FaultWorker"/> for the next thing about the review of 2025.</summary>
/// <param name="Key">The comment of the verdict that is signed: it is there once.</param>
/// <param name="Leader">Who calls, freezes and signs.</param>
/// <param name="Unit">The code of the unit that gets the notices of what is to be redone.</param>
internal sealed record ReviewOrder(string Key, Actor Leader, string Unit)
{
    public const string Path = "/faults/reviews";

    /// <summary>The answer where a verdict was signed.</summary>
    public const string Signed = "sign";
}
