namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What is wrong with an entry of the catalogue.</summary>
/// <param name="Reason">Why it cannot be kept so.</param>
/// <param name="Value">The text in question; may be empty.</param>
public sealed record CatalogueFault(CatalogueFaultReason Reason, string Value = "");
