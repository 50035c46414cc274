using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Pledges;

/// <summary>A change of a commitment as it is proposed. Only ever inserted.</summary>
internal sealed class CommitmentProposalEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

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

    public string? Justification { get; init; }

    /// <summary>The fields that it takes away.</summary>
    public required string[] Cleared { get; init; }

    /// <summary>The number of what held when it was proposed.</summary>
    public required long Seen { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required Guid ProposedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>What is to be said, as the plan knows it.</summary>
    /// <exception cref="FormatException">It is not understood here.</exception>
    public CommitmentStatement Statement => new()
    {
        Origin = PlanOrigin.NotRecorded,
        Target = new(IndicatorCode, UnitCode, PeriodCode, PeriodKind, Measure, Benchmark),
        Owner = Cleared.Said(ClearedFields.Owner, OwnerCode),
        Person = Cleared.Said(ClearedFields.Person, Person),
        Baseline = Cleared.Said(ClearedFields.Baseline, Baseline),
        Tolerance = Tolerance,
        Task = Cleared.Contains(ClearedFields.Task) ? 0 : TaskNumber,
        Path = YearPathJson.Read(Path),
        Justification = Cleared.Said(ClearedFields.Justification, Justification),
    };

    /// <param name="said">What is to be said.</param>
    /// <param name="seen">The number of what holds.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static CommitmentProposalEntity Of(CommitmentStatement said, long seen, string reason, Guid by, DateTimeOffset at) => new()
    {
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
        Cleared = ClearedFields.NamesOf(said),
        Seen = seen,
        Reason = reason,
        ProposedBy = by,
        ProposedAt = at,
    };
}
