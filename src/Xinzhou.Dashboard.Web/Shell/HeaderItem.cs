namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>What a feature puts into the header of every page; the header knows no feature.</summary>
/// <param name="Component">The type of a component without parameters.</param>
public sealed record HeaderItem(Type Component);
