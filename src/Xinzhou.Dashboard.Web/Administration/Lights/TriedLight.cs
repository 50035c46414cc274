using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>A light by the thresholds that hold, and by others.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="From">Its colour now.</param>
/// <param name="To">Its colour then.</param>
public sealed record TriedLight(LightSubject Subject, LightColour From, LightColour To);
