namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>What of a trial cannot be read, or cannot be tried.</summary>
public enum WhatIfFault
{
    /// <summary>It is no shown target of the indicator and unit that could be moved.</summary>
    Target,

    /// <summary>The value is no number, or beyond <see cref="Domain.Progress.Lights.TargetTrial.LargestTarget"/>.</summary>
    Value,

    /// <summary>The year is none from <see cref="Domain.Progress.Lights.TargetTrial.FirstYear"/> to <see cref="Domain.Progress.Lights.TargetTrial.LastYear"/>.</summary>
    Year,

    /// <summary>The growth is no number from <see cref="Domain.Progress.Lights.TargetTrial.MinGrowth"/> to <see cref="Domain.Progress.Lights.TargetTrial.MaxGrowth"/>.</summary>
    Growth,
}
