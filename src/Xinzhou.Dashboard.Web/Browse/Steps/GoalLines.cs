namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>Breaks the goal of a milestone into lines, where a reader would: before the verb that opens a clause.</summary>
public static class GoalLines
{
    // Verbs that such goals are made with; a line that begins with one reads as a phrase of its own.
    private static readonly string[] Openers = ["取得", "打下", "形成", "奠定", "建成", "达到", "迈上", "实现", "基本实现"];

    /// <summary>The lines, each of at most <paramref name="width"/> characters, as few as possible.</summary>
    /// <param name="goal">Chinese text; every character counts as one em.</param>
    /// <param name="width">How many characters a line may have; at least 1.</param>
    public static IReadOnlyList<string> Break(string goal, int width)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (goal.Length <= width)
        {
            return [goal];
        }

        var count = (goal.Length + width - 1) / width;
        var balanced = (goal.Length + count - 1) / count;
        // Where a clause can be kept whole without another line, break there; else evenly.
        var at = Openers.Select(o => goal.IndexOf(o, 1, StringComparison.Ordinal))
            .Where(i => i > 0 && i <= width && (goal.Length - i + width - 1) / width == count - 1)
            .OrderBy(i => Math.Abs(i - balanced)).FirstOrDefault(balanced);
        return [goal[..at], .. Break(goal[at..], width)];
    }
}
