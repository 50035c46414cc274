namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>The word for a probability.</summary>
public enum Likelihood
{
    /// <summary>很可能: 0.80 or more.</summary>
    VeryLikely,

    /// <summary>可能: 0.55 or more.</summary>
    Likely,

    /// <summary>五五开: 0.45 or more.</summary>
    Even,

    /// <summary>不太可能: 0.20 or more.</summary>
    Unlikely,

    /// <summary>很不可能: less.</summary>
    VeryUnlikely,
}
