namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>The shapes of a key.</summary>
public enum KeySymbol
{
    Bar,

    /// <summary>Part of a year.</summary>
    PaleBar,

    Dot,

    /// <summary>A benchmark.</summary>
    Square,

    /// <summary>A target.</summary>
    Diamond,

    /// <summary>Preliminary, or the year inferred.</summary>
    Provisional,

    /// <summary>Unverified, or a forecast.</summary>
    Hollow,

    /// <summary>An average over years.</summary>
    Span,

    Gap,
}
