namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The prices a value or a growth rate is expressed in.</summary>
public enum PriceBasis : byte
{
    /// <summary>不变价.</summary>
    Constant,

    /// <summary>现价.</summary>
    Current,
}
