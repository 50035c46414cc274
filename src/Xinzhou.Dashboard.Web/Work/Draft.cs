namespace Xinzhou.Dashboard.Web.Work;

/// <summary>What somebody had half typed.</summary>
/// <param name="SavedAt">When it was kept.</param>
/// <param name="Value">What was typed.</param>
public sealed record Draft<T>(DateTimeOffset SavedAt, T Value);
