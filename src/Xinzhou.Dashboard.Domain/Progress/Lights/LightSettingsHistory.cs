using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>All settings of lights there ever were; before the first those of <see cref="LightSettings.Default"/>.</summary>
public sealed class LightSettingsHistory
{
    private readonly LightSettingsVersion[] _versions;

    private LightSettingsHistory(LightSettingsVersion[] versions) => _versions = versions;

    public static LightSettingsHistory Empty { get; } = new([]);

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<LightSettingsVersion> Versions => _versions;

    /// <param name="versions">Of equal moments the later one holds.</param>
    public static LightSettingsHistory Of(IEnumerable<LightSettingsVersion> versions) => new([.. versions.OrderBy(v => v.At)]);

    /// <summary>What held at a moment, by either clock.</summary>
    public LightSettings At(AsOf asOf) => VersionAt(asOf)?.Settings ?? LightSettings.Default;

    /// <summary>The version that held at a moment; null before the first.</summary>
    public LightSettingsVersion? VersionAt(AsOf asOf) => _versions.LastOrDefault(v => v.At <= asOf.Moment && asOf.Holds(v.At));
}
