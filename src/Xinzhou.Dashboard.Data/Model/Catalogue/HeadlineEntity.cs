using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Catalogue;

/// <summary>An indicator that the overview puts in front.</summary>
internal sealed class HeadlineEntity
{
    /// <summary>The indicator.</summary>
    public required string IndicatorCode { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; init; }

    /// <summary>The indicator that is its share of a whole; null if there is none.</summary>
    public string? ShareCode { get; init; }

    /// <summary>A choice, as it is kept.</summary>
    public static IEnumerable<HeadlineEntity> Of(IEnumerable<HeadlineIndicator> chosen) =>
        chosen.Select((c, i) => new HeadlineEntity { IndicatorCode = c.Indicator, Order = i + 1, ShareCode = c.Share });
}
