using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>A task of which judgement and light differ: a topic of the review.</summary>
/// <param name="Task">The task.</param>
/// <param name="Light">Its light.</param>
/// <param name="Judged">What is judged of it.</param>
public sealed record JudgedGap(KeyTask Task, Domain.Progress.Light Light, Judgement Judged)
{
    /// <summary>Above 0 where the judgement is the worse, below 0 where it is the better.</summary>
    public int By => Judged.DiffersFrom(Light.Colour);
}
