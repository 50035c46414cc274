namespace Xinzhou.Dashboard.Web.Api.Targets;

/// <summary>军令状: that a commitment is signed.</summary>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
public sealed record SignatureItem(string By, DateTimeOffset At);
