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

    /// <summary>Not firm.</summary>
    Hollow,

    /// <summary>An average over years.</summary>
    Span,

    Gap,
}
