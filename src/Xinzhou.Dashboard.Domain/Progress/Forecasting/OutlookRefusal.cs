namespace Xinzhou.Dashboard.Domain.Progress.Forecasting;

/// <summary>Why a series is not forecast.</summary>
public enum OutlookRefusal
{
    /// <summary>Fewer values that follow one another than a forecast takes.</summary>
    TooShort,

    /// <summary>Its base changes with every release: its levels cannot be held against each other.</summary>
    BaseChanges,

    /// <summary>The latest value is of more than two years ago.</summary>
    OutOfDate,

    /// <summary>Short, and the seasonal naive forecast, which is all that so few values bear, was plainly wrong on the series itself.</summary>
    NotBorneOut,

    /// <summary>All its values are equal: nothing tells how far it may move.</summary>
    Unchanging,
}
