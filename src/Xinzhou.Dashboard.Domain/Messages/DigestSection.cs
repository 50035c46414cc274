namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>The parts of a digest, in their order.</summary>
public enum DigestSection
{
    /// <summary>逾期.</summary>
    Late,

    /// <summary>本周到期.</summary>
    Due,

    /// <summary>待办: waits for a decision of the reader, by no day.</summary>
    Waiting,

    /// <summary>亮灯变化, since the Monday before.</summary>
    Turned,
}
