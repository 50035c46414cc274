namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The thresholds of lights. They are settings with a history: a past light is judged by those of its day.</summary>
public sealed record LightSettings
{
    public static LightSettings Default { get; } = new();

    /// <summary>In 百分点: a deviation above it is green, at it amber. −10 unless set.</summary>
    public decimal Amber { get; init; } = Light.AmberFrom;

    /// <summary>In 百分点: a deviation below it is red. −30 unless set.</summary>
    public decimal Red { get; init; } = Light.RedBelow;

    /// <summary>In 百分点: growth that deviates from its target by as much or more is green. 0 unless set.</summary>
    public decimal GrowthGreen { get; init; }

    /// <summary>In 百分点: growth that deviates from its target by less is red. −1 unless set.</summary>
    public decimal GrowthRed { get; init; } = -1;

    /// <summary>From how many days before it is due something is due soon. 15 unless set.</summary>
    public int DueSoonDays { get; init; } = 15;

    /// <summary>How many days after the end of a quarter its report may take; from the day after them it is due. 15 unless set.</summary>
    public int ReportDays { get; init; } = 15;

    /// <summary>True where the bounds leave room for each colour and no number of days is negative or longer than a year.</summary>
    public bool IsSound => Red < Amber && GrowthRed < GrowthGreen && DueSoonDays is >= 0 and <= 366 && ReportDays is >= 0 and <= 366;
}
