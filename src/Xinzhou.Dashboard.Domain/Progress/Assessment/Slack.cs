namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>Compares with bounds so that the last digits of a computation decide nothing.</summary>
internal static class Slack
{
    private const double Width = 1e-9;

    /// <summary>Whether a value reaches a bound that belongs to it.</summary>
    public static bool IsFrom(double value, double bound) => value >= bound - Width;

    /// <summary>Whether a value stays below a bound that does not belong to it.</summary>
    public static bool IsBelow(double value, double bound) => value < bound - Width;

    /// <summary>Whether a value does not exceed a bound that belongs to it.</summary>
    public static bool IsUpTo(double value, double bound) => value <= bound + Width;

    /// <summary>The verdict by lower bounds, the last of which is 0.</summary>
    public static AssessmentVerdict Verdict(double value, double onTrack, double acceleration) =>
        IsFrom(value, onTrack) ? AssessmentVerdict.OnTrack
        : IsFrom(value, acceleration) ? AssessmentVerdict.AccelerationNeeded
        : IsFrom(value, 0) ? AssessmentVerdict.Limited
        : AssessmentVerdict.Deterioration;
}
