namespace Xinzhou.Dashboard.Domain.Chains;

/// <summary>Why nothing is taken down of an industry chain.</summary>
public enum ChainFault
{
    /// <summary>It has no name.</summary>
    NameMissing,

    /// <summary>Another chain has the name.</summary>
    NameTaken,

    /// <summary>A text is longer than <see cref="ChainEntry.MaxLength"/>.</summary>
    TooLong,

    /// <summary>Who is named is so from a day on.</summary>
    SinceMissing,

    /// <summary>There is a day, and nobody is named.</summary>
    SinceOfNobody,

    /// <summary>The day is later than today.</summary>
    SinceLater,

    /// <summary>There is no such task.</summary>
    UnknownTask,

    /// <summary>There is no such indicator.</summary>
    UnknownIndicator,
}
