namespace Xinzhou.Dashboard.Data.Lights;

/// <summary>Why a decision on a light, or its thresholds, make no sense.</summary>
public enum LightFault
{
    /// <summary>The last day that it holds is past.</summary>
    EndPassed,

    /// <summary>The thresholds leave no room for a colour, or a number of days is negative or longer than a year.</summary>
    NotSound,
}
