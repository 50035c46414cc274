using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>
/// How lights came to their colours. A light is judged anew at each moment at which anything that it follows from was another, and on
/// each day on which a rule begins to say something else: so every turn has its moment and its cause.
/// </summary>
public static class LightReplay
{
    /// <summary>The turns of a light after a moment, up to another, the earliest first; a target is followed through its vintages.</summary>
    /// <param name="known">Everything that is known.</param>
    /// <param name="subject">What it is the light of.</param>
    /// <param name="since">The earlier moment.</param>
    /// <param name="until">The later one; its clock is that of both.</param>
    public static IReadOnlyList<LightStep> Steps(Knowledge known, LightSubject subject, DateTimeOffset since, AsOf until)
    {
        ArgumentNullException.ThrowIfNull(known);
        return TrackOf(known, subject)?.Steps(since, until) ?? [];
    }

    /// <summary>
    /// The turn that gave a light the colour that it has at a moment, its first appearance among them; null where it had it from the
    /// beginning, or there is no such light.
    /// </summary>
    /// <param name="known">Everything that is known.</param>
    /// <param name="subject">What it is the light of.</param>
    /// <param name="asOf">The moment.</param>
    public static LightStep? LastTurn(Knowledge known, LightSubject subject, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(known);
        return TrackOf(known, subject)?.LastTurn(asOf);
    }

    private static LightTrack? TrackOf(Knowledge known, LightSubject subject) => subject.Kind switch
    {
        LightSubjectKind.Item => new ItemTrack(known, (int)subject.Number, subject.Part),
        LightSubjectKind.Task => new TaskTrack(known, (int)subject.Number),
        _ => known.Figures.GroupOf(subject.Number) is { Kind: ValueKind.Target } group ? new TargetTrack(known, group) : null,
    };
}
