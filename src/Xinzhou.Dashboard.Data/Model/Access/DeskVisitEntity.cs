namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>When a person looked at his desk.</summary>
internal sealed class DeskVisitEntity
{
    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When his last visit began.</summary>
    public required DateTimeOffset BeganAt { get; set; }

    /// <summary>When the visit before it began; null where there was none.</summary>
    public DateTimeOffset? BeforeAt { get; set; }
}
