namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Noted with a request of a person who lacks a right; the page of the refusal says which.</summary>
/// <param name="Right">The right; null when it is not one of <see cref="Rights"/>.</param>
internal sealed record RefusedRight(Right? Right);
