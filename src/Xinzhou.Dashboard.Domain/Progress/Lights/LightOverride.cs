using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>
/// What a leader or supervisor decided instead of the colour of the rules. It is never changed: a later one of the same subject
/// takes its place, also one that only lifts it.
/// </summary>
/// <param name="Subject">What it is decided of.</param>
/// <param name="Colour">What is shown instead.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day that it holds.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When; it is known, recorded and in force from then on.</param>
/// <param name="IsLifted">True takes away what was decided before; the colour is that of the rules then.</param>
public sealed record LightOverride(
    LightSubject Subject, LightColour Colour, string Reason, DateOnly Until, string By, DateTimeOffset At, bool IsLifted = false)
{
    /// <summary>The number of its row; of two of one moment the later holds.</summary>
    public long Id { get; init; }

    /// <summary>True when it was known at a moment, whether or not it still held.</summary>
    public bool IsKnownAt(AsOf asOf) => At <= asOf.Moment && asOf.Holds(At);

    /// <summary>
    /// What is in force at a moment, by subject: the last decision known then, if it lifts nothing and its end has not passed.
    /// </summary>
    public static IReadOnlyDictionary<LightSubject, LightOverride> InForce(IEnumerable<LightOverride> all, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(all);
        var last = new Dictionary<LightSubject, LightOverride>();
        foreach (var decided in all)
        {
            if (!decided.IsKnownAt(asOf)) continue;
            if (!last.TryGetValue(decided.Subject, out var other) || (decided.At, decided.Id).CompareTo((other.At, other.Id)) >= 0)
            {
                last[decided.Subject] = decided;
            }
        }

        var day = Shanghai.DayOf(asOf.Moment);
        foreach (var (subject, decided) in last)
        {
            if (decided.IsLifted || decided.Until < day) last.Remove(subject);
        }

        return last;
    }
}
