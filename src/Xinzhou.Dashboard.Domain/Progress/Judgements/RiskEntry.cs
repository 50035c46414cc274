using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>What is said of a risk or a dependency of a task.</summary>
public sealed record RiskEntry
{
    /// <summary>The greatest length of each text.</summary>
    public const int MaxLength = 500;

    /// <summary>The greatest length of a name.</summary>
    public const int MaxName = 100;

    public required RiskKind Kind { get; init; }

    /// <summary>What may happen, or what has to be done first; never empty.</summary>
    public required string What { get; init; }

    /// <summary>How likely; of a risk.</summary>
    public RiskLikelihood? Likelihood { get; init; }

    /// <summary>What it would mean.</summary>
    public required RiskEffect Effect { get; init; }

    /// <summary>序号 of the task that it depends on; null where it is none of the plan, and of a risk.</summary>
    public int? OnTask { get; init; }

    /// <summary>责任单位, by its code: who sees to it; null is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>责任人; null is not known.</summary>
    public string? Person { get; init; }

    /// <summary>应对措施; null where there is none yet.</summary>
    public string? Measure { get; init; }

    /// <summary>True where it is no longer one: it is shown as such and counts nowhere.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The same with its texts as they are kept (<see cref="PlainText.Entered"/>); an empty one is none.</summary>
    public RiskEntry Trimmed() => this with { What = PlainText.Entered(What) ?? "", Person = PlainText.Entered(Person), Measure = PlainText.Entered(Measure) };

    /// <summary>What is wrong with it; empty if it can be said.</summary>
    /// <param name="task">序号 of the task that it is of.</param>
    /// <param name="isTask">Whether there is a task of a number.</param>
    /// <param name="isUnit">Whether there is a unit of a code.</param>
    public IEnumerable<RiskFault> Faults(int task, Func<int, bool> isTask, Func<string, bool> isUnit)
    {
        ArgumentNullException.ThrowIfNull(isTask);
        ArgumentNullException.ThrowIfNull(isUnit);
        if (string.IsNullOrWhiteSpace(What)) yield return RiskFault.WhatMissing;
        if (What?.Length > MaxLength || Measure?.Length > MaxLength || Person?.Length > MaxName) yield return RiskFault.TooLong;
        if (Kind == RiskKind.Risk && Likelihood is null) yield return RiskFault.LikelihoodMissing;
        if (OnTask == task) yield return RiskFault.OnItself;
        else if (OnTask is { } other && !isTask(other)) yield return RiskFault.UnknownTask;
        if (Owner is { } owner && !isUnit(owner)) yield return RiskFault.UnknownUnit;
    }
}
