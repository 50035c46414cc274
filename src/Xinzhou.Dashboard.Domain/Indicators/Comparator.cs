namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>How the published number bounds the value: 500亿元以上 is at least 500.</summary>
public enum Comparator : byte
{
    Equal,

    /// <summary>以上: ≥.</summary>
    AtLeast,

    /// <summary>以下, 以内: ≤.</summary>
    AtMost,

    /// <summary>左右: ≈.</summary>
    Approximately,
}
