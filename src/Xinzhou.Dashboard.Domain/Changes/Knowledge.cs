using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Changes;

/// <summary>Everything that was ever said, published, set and decided: what was known at a moment follows from it, by either clock.</summary>
public sealed class Knowledge
{
    private readonly ILookup<LightSubject, LightOverride> _overrides;

    /// <param name="plan">All that was said of the plan.</param>
    /// <param name="figures">All figures.</param>
    /// <param name="settings">All thresholds there were.</param>
    /// <param name="overrides">All that was decided of lights.</param>
    /// <param name="notices">All notices.</param>
    public Knowledge(
        PlanBook plan, FigureBook figures, LightSettingsHistory settings, IReadOnlyCollection<LightOverride> overrides, NoticeBook notices)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        (Plan, Figures, Settings, Overrides, Notices) = (plan, figures, settings, overrides, notices);
        _overrides = overrides.ToLookup(o => o.Subject);
    }

    public PlanBook Plan { get; }

    public FigureBook Figures { get; }

    public LightSettingsHistory Settings { get; }

    public IReadOnlyCollection<LightOverride> Overrides { get; }

    public NoticeBook Notices { get; }

    /// <summary>All lights of a moment.</summary>
    public LightBoard LightsAt(AsOf asOf) => LightBoard.Of(Plan.At(asOf), Figures.At(asOf), Settings.At(asOf), Overrides, asOf);

    /// <summary>Everything that was ever decided of a light.</summary>
    internal IEnumerable<LightOverride> DecidedOf(LightSubject subject) => _overrides[subject];

    /// <summary>What is in force in place of a light's rules at a moment; null if nothing is.</summary>
    internal LightOverride? OverrideOf(LightSubject subject, AsOf asOf) => LightOverride.InForce(_overrides[subject], asOf).GetValueOrDefault(subject);
}
