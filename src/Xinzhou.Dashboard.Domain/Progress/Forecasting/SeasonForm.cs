namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>How the seasons enter a model.</summary>
public enum SeasonForm
{
    None,

    /// <summary>Added to the level.</summary>
    Terms,

    /// <summary>Multiplied with the level; for positive values only.</summary>
    Factors,
}
