using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>What rows are about, and whether two say the same of it.</summary>
internal static class Keys
{
    /// <summary>The key of a statement, and the column that a second row of the same key is refused in.</summary>
    public static (object Key, string Column) Of(PlanStatement said) => said switch
    {
        TaskStatement task => (task.Number, PlanColumns.Number),
        WorkItemStatement item => ((item.Task, item.Number), PlanColumns.Item),
        ProgressStatement progress => ((progress.Task, progress.Item, progress.Quarter), PlanColumns.Quarter),
        CommitmentStatement commitment => (commitment.Target, PlanColumns.Indicator),
        OutcomeStatement outcome => ((outcome.Year, outcome.Dimension, PlainText.Key(outcome.Text)), PlanColumns.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(said), said, null),
    };

    /// <summary>True when two statements of one key say the same, of the same source.</summary>
    public static bool SaySame(PlanStatement one, PlanStatement other) =>
        (one.Origin.Source, one.Origin.KnownFrom, one.Origin.KnownFromBasis) == (other.Origin.Source, other.Origin.KnownFrom, other.Origin.KnownFromBasis)
        && (one, other) switch
        {
            (TaskStatement a, TaskStatement b) => Same(a.Responsible, b.Responsible) && Same(a.Supporting, b.Supporting)
                && a == b with { Origin = a.Origin, Responsible = a.Responsible, Supporting = a.Supporting },
            (WorkItemStatement a, WorkItemStatement b) => Same(a.Path, b.Path) && a == b with { Origin = a.Origin, Path = a.Path },
            (OutcomeStatement a, OutcomeStatement b) => a == b with { Origin = a.Origin, Text = a.Text },
            _ => one == other with { Origin = one.Origin },
        };

    private static bool Same<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        one is null || other is null ? one is null && other is null : one.SequenceEqual(other);
}
