using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Where a figure is taken from.</summary>
/// <param name="Id">The identifier of the document.</param>
/// <param name="Title">The title as cited; null when none is.</param>
/// <param name="Address">The address as cited; null when none is.</param>
/// <param name="Quote">The source's sentence, literally; it may be elided with ….</param>
/// <param name="Reliability">official, return, official_copy, repost or self_media.</param>
public sealed record FigureSourceItem(string Id, string? Title, string? Address, string? Quote, [property: Codes<Reliability>] string Reliability);
