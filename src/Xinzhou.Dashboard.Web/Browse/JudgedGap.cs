using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>A task of which judgement and light differ: a topic of the review.</summary>
/// <param name="Task">The task.</param>
/// <param name="Light">Its light.</param>
/// <param name="Judged">What is judged of it.</param>
public sealed record JudgedGap(KeyTask Task, Domain.Progress.Light Light, Judgement Judged)
{
    /// <summary>Above 0 where the judgement is the worse, below 0 where it is the better.</summary>
    public int By => Judged.DiffersFrom(Light.Colour);

    /// <summary>Those of some tasks, the greatest difference first.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="board">Their lights.</param>
    /// <param name="judged">What is judged, by the number of the task.</param>
    public static IReadOnlyList<JudgedGap> Of(IEnumerable<KeyTask> tasks, LightBoard board, IReadOnlyDictionary<int, Judgement> judged)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(judged);
        return
        [
            .. tasks
                .Select(t => judged.GetValueOrDefault(t.Number) is { } said && board.Task(t.Number) is { } light ? new JudgedGap(t, light, said) : null)
                .OfType<JudgedGap>()
                .Where(g => g.By != 0)
                .OrderByDescending(g => Math.Abs(g.By)).ThenByDescending(g => g.By).ThenBy(g => g.Task.Number),
        ];
    }
}
