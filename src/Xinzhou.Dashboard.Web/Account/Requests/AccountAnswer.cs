namespace Xinzhou.Dashboard.Web.Account.Requests;

/// <summary>What came of asking for something over an account.</summary>
/// <param name="Fault">Why it is refused; null if it is not.</param>
/// <param name="Link">The path of the one-time link, where it holds at once and there is one.</param>
/// <param name="IsPending">Whether it waits for another security administrator.</param>
public sealed record AccountAnswer(AccountFault? Fault, string? Link, bool IsPending)
{
    public static implicit operator AccountAnswer(AccountFault fault) => new(fault, null, false);
}
