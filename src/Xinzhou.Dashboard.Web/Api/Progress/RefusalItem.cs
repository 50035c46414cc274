namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>Why nothing was computed.</summary>
/// <param name="Code">The reason, for programs: <c>too_short</c>.</param>
/// <param name="Message">The reason, in words.</param>
public sealed record RefusalItem(string Code, string Message);
