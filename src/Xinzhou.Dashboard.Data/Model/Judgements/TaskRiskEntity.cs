using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Data.Model.Judgements;

/// <summary>A risk or a dependency of a task, as it was taken down. Only ever inserted.</summary>
internal sealed class TaskRiskEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Which one it is: all its versions have the same.</summary>
    public required Guid Risk { get; init; }

    /// <summary>序号 of the task.</summary>
    public required int TaskNumber { get; init; }

    /// <summary>Risk or dependency.</summary>
    public required RiskKind Kind { get; init; }

    /// <summary>What may happen, or has to be done first.</summary>
    public required string What { get; init; }

    /// <summary>How likely; of a risk.</summary>
    public RiskLikelihood? Likelihood { get; init; }

    /// <summary>What it would mean.</summary>
    public required RiskEffect Effect { get; init; }

    /// <summary>序号 of the task that it depends on.</summary>
    public int? OnTask { get; init; }

    /// <summary>The code of the unit that sees to it.</summary>
    public string? OwnerCode { get; init; }

    /// <summary>责任人.</summary>
    public string? Person { get; init; }

    /// <summary>应对措施.</summary>
    public string? Measure { get; init; }

    /// <summary>It is no longer one.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Who.</summary>
    public required Guid SaidBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>What is said of it.</summary>
    public RiskEntry Entry => new()
    {
        Kind = Kind,
        What = What,
        Likelihood = Likelihood,
        Effect = Effect,
        OnTask = OnTask,
        Owner = OwnerCode,
        Person = Person,
        Measure = Measure,
        IsClosed = IsClosed,
    };
}
