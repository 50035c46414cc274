using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of the responsibility for a target.</summary>
internal sealed class CommitmentStatementEntity : PlanStatementEntity
{
    public required string IndicatorCode { get; init; }

    public required string UnitCode { get; init; }

    public required string PeriodCode { get; init; }

    public required PeriodKind PeriodKind { get; init; }

    /// <summary>Null where it is of all targets of the indicator, unit and period.</summary>
    public Measure? Measure { get; init; }

    public Benchmark? Benchmark { get; init; }

    public string? OwnerCode { get; init; }

    public string? Person { get; init; }

    public string? Baseline { get; init; }

    public decimal? Tolerance { get; init; }

    public int? TaskNumber { get; init; }

    /// <summary>What is to be reached by the end of earlier years, as JSON.</summary>
    public string? Path { get; init; }

    /// <summary>Why the target lies on the wrong side of its baseline.</summary>
    public string? Justification { get; init; }

    /// <summary>The approved proposal that it carries out; null of what a document says, or a leader says first.</summary>
    public long? ProposalId { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    public override PlanStatement Statement => new CommitmentStatement
    {
        Origin = Origin,
        Target = new(IndicatorCode, UnitCode, PeriodCode, PeriodKind, Measure, Benchmark),
        Owner = Cleared.Said(ClearedFields.Owner, OwnerCode),
        Person = Cleared.Said(ClearedFields.Person, Person),
        Baseline = Cleared.Said(ClearedFields.Baseline, Baseline),
        Tolerance = Tolerance,
        Task = Cleared.Contains(ClearedFields.Task) ? 0 : TaskNumber,
        Path = YearPathJson.Read(Path),
        Justification = Cleared.Said(ClearedFields.Justification, Justification),
    };

    /// <param name="said">What is said.</param>
    /// <param name="proposal">The approved proposal that it carries out; null for none.</param>
    public static CommitmentStatementEntity Of(CommitmentStatement said, long? proposal = null) => new()
    {
        Source = said.Origin.Source,
        KnownFrom = said.Origin.KnownFrom,
        KnownFromBasis = said.Origin.KnownFromBasis,
        RecordedAt = said.Origin.RecordedAt,
        Actor = said.Origin.Actor,
        IndicatorCode = said.Target.Indicator,
        UnitCode = said.Target.Unit,
        PeriodCode = said.Target.Period,
        PeriodKind = said.Target.PeriodKind,
        Measure = said.Target.Measure,
        Benchmark = said.Target.Benchmark,
        OwnerCode = ClearedFields.Kept(said.Owner),
        Person = ClearedFields.Kept(said.Person),
        Baseline = ClearedFields.Kept(said.Baseline),
        Tolerance = said.Tolerance,
        TaskNumber = said.Task is 0 ? null : said.Task,
        Path = YearPathJson.Write(said.Path),
        Justification = ClearedFields.Kept(said.Justification),
        ProposalId = proposal,
        Cleared = ClearedFields.NamesOf(said),
    };
}
