namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>One entry of a key.</summary>
/// <param name="Symbol">The shape.</param>
/// <param name="Colour">Name of its colour in the style sheet.</param>
/// <param name="Text">What it means.</param>
public sealed record KeyEntry(KeySymbol Symbol, string Colour, string Text);
