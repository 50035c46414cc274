namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>How a step stands to the day the page speaks from.</summary>
public enum StepPhase
{
    /// <summary>已到期: its milestone's day is over.</summary>
    Past,

    /// <summary>正走: its milestone is the next one due. On the day itself it still is.</summary>
    Current,

    /// <summary>未到期.</summary>
    Ahead,
}
