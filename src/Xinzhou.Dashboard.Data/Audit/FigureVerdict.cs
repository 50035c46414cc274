namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Whether figures and withdrawals are what the audit log says was recorded.</summary>
/// <param name="Figures">How many figures there are.</param>
/// <param name="Withdrawals">How many withdrawals.</param>
/// <param name="Uncovered">How many of both no digest covers: those of before there were any, in a log that has none yet.</param>
/// <param name="Opened">The event that took up what was there before there were digests; null if there was nothing.</param>
/// <param name="SinceOpened">How many of both are covered by that event only: as they stood then, whatever had happened before.</param>
/// <param name="FirstBad">The first rows that are not as they were recorded; null when all are.</param>
public sealed record FigureVerdict(long Figures, long Withdrawals, long Uncovered, long? Opened, long SinceOpened, FigureFinding? FirstBad);
