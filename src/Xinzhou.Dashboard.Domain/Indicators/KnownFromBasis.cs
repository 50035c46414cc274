namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>How the moment from which a figure was known is itself known.</summary>
public enum KnownFromBasis : byte
{
    /// <summary>The publication date is given.</summary>
    Stated,

    /// <summary>The month of publication is given; its last day stands in.</summary>
    Month,

    /// <summary>Read from the text of the vintage.</summary>
    Vintage,

    /// <summary>Read from the text of the source.</summary>
    Source,

    /// <summary>Not known: the moment of recording stands in.</summary>
    Recorded,

    /// <summary>Inferred from context.</summary>
    Inferred,
}
