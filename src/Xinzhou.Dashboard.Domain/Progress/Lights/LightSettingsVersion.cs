namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>Settings of lights, since a moment.</summary>
/// <param name="Settings">What holds.</param>
/// <param name="By">Who set it.</param>
/// <param name="At">When; it is known and recorded from then on.</param>
/// <param name="Reason">Why, where a reason was given.</param>
public sealed record LightSettingsVersion(LightSettings Settings, string By, DateTimeOffset At, string? Reason = null);
