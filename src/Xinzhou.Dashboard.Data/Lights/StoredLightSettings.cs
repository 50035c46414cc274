using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Lights;

/// <summary>Thresholds of lights as they are kept.</summary>
/// <param name="Number">Its number; grows with every change.</param>
/// <param name="Version">What holds, since when, by whom and why.</param>
public sealed record StoredLightSettings(long Number, LightSettingsVersion Version);
