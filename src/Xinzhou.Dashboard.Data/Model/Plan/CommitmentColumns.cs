using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>The columns of a commitment, the same where it is said and where it is only proposed.</summary>
internal sealed class CommitmentColumns
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

    /// <summary>What a statement says, without the fields that it takes away (<see cref="ClearedFields.NamesOf"/>).</summary>
    public static CommitmentColumns Of(CommitmentStatement said) => new()
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
    };

    /// <summary>The names of the columns, in whatever table they stand.</summary>
    public static void Configure(ComplexPropertyBuilder<CommitmentColumns> said)
    {
        said.Property(c => c.IndicatorCode).HasColumnName("indicator_code");
        said.Property(c => c.UnitCode).HasColumnName("unit_code");
        said.Property(c => c.PeriodCode).HasColumnName("period_code");
        said.Property(c => c.PeriodKind).HasColumnName("period_kind");
        said.Property(c => c.Measure).HasColumnName("measure");
        said.Property(c => c.Benchmark).HasColumnName("benchmark");
        said.Property(c => c.OwnerCode).HasColumnName("owner_code");
        said.Property(c => c.Person).HasColumnName("person");
        said.Property(c => c.Baseline).HasColumnName("baseline");
        said.Property(c => c.Tolerance).HasColumnName("tolerance");
        said.Property(c => c.TaskNumber).HasColumnName("task_number");
        said.Property(c => c.Path).HasColumnName("path").IsJson();
        said.Property(c => c.Justification).HasColumnName("justification");
    }

    /// <summary>What is said, as the plan knows it.</summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="cleared">The fields that it takes away.</param>
    /// <exception cref="FormatException">It is not understood here.</exception>
    public CommitmentStatement Statement(PlanOrigin origin, string[] cleared) => new()
    {
        Origin = origin,
        Target = new(IndicatorCode, UnitCode, PeriodCode, PeriodKind, Measure, Benchmark),
        Owner = cleared.Said(ClearedFields.Owner, OwnerCode),
        Person = cleared.Said(ClearedFields.Person, Person),
        Baseline = cleared.Said(ClearedFields.Baseline, Baseline),
        Tolerance = Tolerance,
        Task = cleared.Contains(ClearedFields.Task) ? 0 : TaskNumber,
        Path = YearPathJson.Read(Path),
        Justification = cleared.Said(ClearedFields.Justification, Justification),
    };
}
