namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>One start with other settings than before.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who, as the log names him.</param>
/// <param name="Before">The settings of before, by name; empty at the first start. A setting that is not set has an empty text.</param>
/// <param name="After">The settings since.</param>
public sealed record SettingsChange(
    DateTimeOffset At, string By, IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> After);
