namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Noted with a request of a person who lacks a right; the page of the refusal says which.</summary>
/// <param name="AnyOf">The rights of which any would do; none when it is not one of <see cref="Rights"/>.</param>
internal sealed record RefusedRight(IReadOnlyList<Right> AnyOf);
