using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of a work item.</summary>
internal sealed class WorkItemStatementEntity : PlanStatementEntity
{
    public required int TaskNumber { get; init; }

    public required int ItemNumber { get; init; }

    public string? Text { get; init; }

    public string? LeadCode { get; init; }

    public string? Person { get; init; }

    public DateOnly? StartDay { get; init; }

    public string? StartText { get; init; }

    public DateOnly? DueDay { get; init; }

    public string? DueText { get; init; }

    /// <summary>The planned progress, as JSON.</summary>
    public string? Path { get; init; }

    public bool? IsWithdrawn { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    public override PlanStatement Statement => new WorkItemStatement
    {
        Origin = Origin,
        Task = TaskNumber,
        Number = ItemNumber,
        Text = Text,
        Lead = Cleared.Said(ClearedFields.Lead, LeadCode),
        Person = Cleared.Said(ClearedFields.Person, Person),
        Start = Cleared.Said(ClearedFields.Start, StartDay, StartText),
        Due = Cleared.Said(ClearedFields.Due, DueDay, DueText),
        Path = PlanPathJson.Read(Path),
        IsWithdrawn = IsWithdrawn,
    };

    public static WorkItemStatementEntity Of(WorkItemStatement said) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        TaskNumber = said.Task,
        ItemNumber = said.Number,
        Text = said.Text,
        LeadCode = ClearedFields.Kept(said.Lead),
        Person = ClearedFields.Kept(said.Person),
        StartDay = said.Start?.Day,
        StartText = ClearedFields.Kept(said.Start?.Text),
        DueDay = said.Due?.Day,
        DueText = ClearedFields.Kept(said.Due?.Text),
        Path = PlanPathJson.Write(said.Path),
        IsWithdrawn = said.IsWithdrawn,
        Cleared = ClearedFields.Names(
            (ClearedFields.Lead, said.Lead is ""), (ClearedFields.Person, said.Person is ""),
            (ClearedFields.Start, ClearedFields.IsCleared(said.Start)), (ClearedFields.Due, ClearedFields.IsCleared(said.Due))),
    };
}
