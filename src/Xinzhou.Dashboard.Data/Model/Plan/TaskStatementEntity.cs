using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of a key task.</summary>
internal sealed class TaskStatementEntity : PlanStatementEntity
{
    public required int TaskNumber { get; init; }

    public string? Title { get; init; }

    public string? DimensionCode { get; init; }

    public string? AspectCode { get; init; }

    public string? LeadCode { get; init; }

    public string[]? Responsible { get; init; }

    public string[]? Supporting { get; init; }

    public string? Person { get; init; }

    public string? Quote { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    public override PlanStatement Statement => new TaskStatement
    {
        Origin = Origin,
        Number = TaskNumber,
        Title = Title,
        Dimension = DimensionCode,
        Aspect = Cleared.Said(ClearedFields.Aspect, AspectCode),
        Lead = Cleared.Said(ClearedFields.Lead, LeadCode),
        Responsible = Responsible,
        Supporting = Supporting,
        Person = Cleared.Said(ClearedFields.Person, Person),
        Quote = Cleared.Said(ClearedFields.Quote, Quote),
    };

    public static TaskStatementEntity Of(TaskStatement said) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        TaskNumber = said.Number,
        Title = said.Title,
        DimensionCode = said.Dimension,
        AspectCode = ClearedFields.Kept(said.Aspect),
        LeadCode = ClearedFields.Kept(said.Lead),
        Responsible = said.Responsible?.ToArray(),
        Supporting = said.Supporting?.ToArray(),
        Person = ClearedFields.Kept(said.Person),
        Quote = ClearedFields.Kept(said.Quote),
        Cleared = ClearedFields.Names(
            (ClearedFields.Aspect, said.Aspect is ""), (ClearedFields.Lead, said.Lead is ""),
            (ClearedFields.Person, said.Person is ""), (ClearedFields.Quote, said.Quote is "")),
    };
}
