namespace Xinzhou.Dashboard.Data.Conduct;

/// <summary>Why a rule of scores is not taken.</summary>
public enum AssessmentRuleFault
{
    /// <summary>Nothing counts in it, or a number is too great or too exact.</summary>
    NotSound,
}
