namespace Xinzhou.Dashboard.Web.Account;

/// <summary>What a feature puts on the page of one's own account; the page knows no feature.</summary>
/// <param name="Component">The type of a component without parameters: a panel of the grid.</param>
public sealed record AccountPart(Type Component);
