namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The shapes of a key.</summary>
public enum KeySymbol
{
    Bar,

    /// <summary>Part of a year.</summary>
    PaleBar,

    Dot,

    /// <summary>The province.</summary>
    Square,

    /// <summary>The nation.</summary>
    Triangle,

    /// <summary>A target.</summary>
    Diamond,

    /// <summary>Preliminary, or the year inferred.</summary>
    Provisional,

    /// <summary>Unverified, or a forecast.</summary>
    Hollow,

    /// <summary>Bands of a forecast, darkest in the middle.</summary>
    Band,

    /// <summary>An average over years.</summary>
    Span,

    Gap,

    /// <summary>What was forecast before.</summary>
    Trace,
}
