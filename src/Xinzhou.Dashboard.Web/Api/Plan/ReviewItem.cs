namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>交账: how a dimension of a milestone was reviewed.</summary>
/// <param name="Verdict">达成, 基本达成 or 未达成.</param>
/// <param name="Decision">认账, 退回 or 再办.</param>
/// <param name="Comment">The comment; null if there is none.</param>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
/// <param name="Pack">The hash of the frozen pack.</param>
public sealed record ReviewItem(string Verdict, string Decision, string? Comment, string By, DateTimeOffset At, string Pack);
