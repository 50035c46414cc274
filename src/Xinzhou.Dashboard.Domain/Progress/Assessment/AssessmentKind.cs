namespace Xinzhou.Dashboard.Domain.Progress.Assessment;

/// <summary>By which of the two methods progress is assessed.</summary>
public enum AssessmentKind
{
    /// <summary>A quantity whose growth is compounded: GDP, a number of enterprises.</summary>
    Level,

    /// <summary>A rate of growth, a gap or a share, which may cross zero and is carried on by its mean yearly change.</summary>
    Rate,
}
