namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>Why nothing can be assessed.</summary>
public enum AssessmentReason
{
    /// <summary>Fewer values than the method needs.</summary>
    NotEnoughValues,

    /// <summary>Base and current, or base and target, are of opposite sign: no growth leads from one to the other.</summary>
    Sign,

    /// <summary>There would be values enough, but not in years that follow one another.</summary>
    GapInYears,

    /// <summary>The year of the target has passed and has no value.</summary>
    NoValueForYear,
}
