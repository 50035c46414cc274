namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>How reliable the source of a figure is; the number ranks (higher is more reliable).</summary>
public enum Reliability : byte
{
    /// <summary>自媒体: ranks below every other source whatever its stage.</summary>
    SelfMedia = 1,

    /// <summary>转载: a copy that names no official origin.</summary>
    Repost = 2,

    /// <summary>官方转载: a copy that names an official origin.</summary>
    OfficialCopy = 3,

    /// <summary>填报: entered and released in this system.</summary>
    Return = 4,

    /// <summary>官方发布: an address under .gov.cn.</summary>
    Official = 5,
}
