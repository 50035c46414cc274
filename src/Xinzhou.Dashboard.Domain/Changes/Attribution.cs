using Xinzhou.Dashboard.Domain.Progress;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Which of several things that are others now made a light what it is.</summary>
internal static class Attribution
{
    /// <summary>
    /// The first thing that alone would have made it so. Where none would, those that it would not have been without; where each
    /// could be missing, all of them.
    /// </summary>
    /// <typeparam name="T">Everything that the light follows from.</typeparam>
    /// <param name="before">As it was.</param>
    /// <param name="colour">The colour that follows.</param>
    /// <param name="after">The colour that is to be explained.</param>
    /// <param name="changed">The things that are others: one puts the later state of it in, and says what it is.</param>
    public static IReadOnlyList<TurnCause> Of<T>(
        T before, Func<T, LightColour?> colour, LightColour? after, IReadOnlyList<(Func<T, T> Put, Func<TurnCause> Cause)> changed)
    {
        foreach (var (put, cause) in changed)
        {
            if (colour(put(before)) == after) return [cause()];
        }

        var needed = changed.Where((_, i) => colour(changed.Where((_, j) => j != i).Aggregate(before, (state, other) => other.Put(state))) != after).ToList();
        return [.. (needed.Count > 0 ? needed : changed).Select(c => c.Cause())];
    }
}
