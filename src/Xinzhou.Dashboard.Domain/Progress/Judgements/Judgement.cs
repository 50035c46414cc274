using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Progress.Judgements;

/// <summary>What the inspection office judges of a task. It stands beside the computed light and changes nothing of it; a later one takes its place.</summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="Task">序号.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When; it is known and recorded from then on.</param>
public sealed record Judgement(long Id, int Task, Confidence Confidence, string Reason, Person By, DateTimeOffset At)
{
    /// <summary>What is judged at a moment, by task: the last of each that was known then.</summary>
    public static IReadOnlyDictionary<int, Judgement> Standing(IEnumerable<Judgement> all, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        var last = new Dictionary<int, Judgement>();
        foreach (var judged in all.Where(j => j.At <= asOf.Moment && asOf.Holds(j.At)).OrderBy(j => j.At).ThenBy(j => j.Id)) last[judged.Task] = judged;
        return last;
    }

    /// <summary>
    /// How judgement and light differ: above 0 where the judgement is the worse, below 0 where it is the better, 0 where they agree.
    /// Green and blue agree with the first two steps, amber with the middle ones, red with the last two. Grey says nothing, and agrees.
    /// </summary>
    public int DiffersFrom(LightColour light)
    {
        var (best, worst) = light switch
        {
            LightColour.Green or LightColour.Blue => (Confidence.VeryLikely, Confidence.LikelyWithRisk),
            LightColour.Amber => (Confidence.LikelyWithRisk, Confidence.Doubtful),
            LightColour.Red => (Confidence.Doubtful, Confidence.Unlikely),
            _ => (Confidence.VeryLikely, Confidence.Unlikely),
        };
        var step = (int)Confidence;
        return Math.Min(0, step - (int)best) + Math.Max(0, step - (int)worst);
    }
}
