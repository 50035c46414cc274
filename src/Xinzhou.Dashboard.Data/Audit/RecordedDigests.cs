namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>What a change has recorded, as its event says it under <c>digest</c>; the names are those of the tables.</summary>
/// <param name="Figures">The digest of its figures; null if it recorded none.</param>
/// <param name="Withdrawals">The digest of its withdrawals; null if it recorded none.</param>
internal sealed record RecordedDigests(string? Figures, string? Withdrawals)
{
    /// <summary>The part of an event's details.</summary>
    public const string Detail = "digest";
}
