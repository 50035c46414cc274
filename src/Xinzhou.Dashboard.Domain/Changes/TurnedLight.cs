using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>A light that shows another colour than at an earlier moment.</summary>
/// <param name="Before">How it stood then.</param>
/// <param name="After">How it stands now.</param>
/// <param name="Steps">How it came from one to the other, the earliest turn first; the last one is why it stands as it does.</param>
public sealed record TurnedLight(Light Before, Light After, IReadOnlyList<LightStep> Steps)
{
    /// <summary>What it is the light of.</summary>
    public LightSubject Subject => After.Subject;

    /// <summary>Since when it has its colour.</summary>
    public DateTimeOffset At => Steps[^1].At;

    /// <summary>Why it has its colour.</summary>
    public IReadOnlyList<TurnCause> Causes => Steps is [.., var last] ? last.Causes : [];

    /// <summary>True where it stands worse than before.</summary>
    public bool IsWorse => After.Colour.Severity() > Before.Colour.Severity();
}
