using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of a landmark outcome.</summary>
internal sealed class OutcomeStatementEntity : PlanStatementEntity
{
    public required int Year { get; init; }

    public required string DimensionCode { get; init; }

    public required string Text { get; init; }

    public string? OwnerCode { get; init; }

    public DateOnly? AchievedDay { get; init; }

    public string? AchievedText { get; init; }

    public string? Evidence { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    public override PlanStatement Statement => new OutcomeStatement
    {
        Origin = Origin,
        Year = Year,
        Dimension = DimensionCode,
        Text = Text,
        Owner = Cleared.Said(ClearedFields.Owner, OwnerCode),
        Achieved = Cleared.Said(ClearedFields.Achieved, AchievedDay, AchievedText),
        Evidence = Cleared.Said(ClearedFields.Evidence, Evidence),
    };

    public static OutcomeStatementEntity Of(OutcomeStatement said) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        Year = said.Year,
        DimensionCode = said.Dimension,
        Text = said.Text,
        OwnerCode = ClearedFields.Kept(said.Owner),
        AchievedDay = said.Achieved?.Day,
        AchievedText = ClearedFields.Kept(said.Achieved?.Text),
        Evidence = ClearedFields.Kept(said.Evidence),
        Cleared = ClearedFields.Names(
            (ClearedFields.Owner, said.Owner is ""), (ClearedFields.Achieved, ClearedFields.IsCleared(said.Achieved)),
            (ClearedFields.Evidence, said.Evidence is "")),
    };
}
