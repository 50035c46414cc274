namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>A one-time proof that was used, though a copy of it would still look right.</summary>
internal sealed class SpentTicketEntity
{
    /// <summary>The number that the ticket carries.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was used.</summary>
    public required DateTimeOffset SpentAt { get; init; }
}
