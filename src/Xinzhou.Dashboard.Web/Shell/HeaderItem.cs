namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>What a feature puts into the header of every page; the header knows no feature.</summary>
/// <param name="Component">The type of a component without parameters.</param>
/// <param name="Shows">The number that it shows to somebody who has signed in: his header stays the same while that does. Null for an item that always shows the same.</param>
public sealed record HeaderItem(Type Component, Func<IServiceProvider, CurrentUser, ValueTask<int?>>? Shows = null);
