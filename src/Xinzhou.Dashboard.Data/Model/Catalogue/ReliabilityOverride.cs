using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Catalogue;

/// <summary>How reliable the documents of a host are, where an installation knows better.</summary>
internal sealed class ReliabilityOverride
{
    /// <summary>The host of addresses.</summary>
    public required string Host { get; init; }

    /// <summary>How reliable.</summary>
    public required Reliability Reliability { get; init; }
}
