namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>How much of what is known at a moment a document supports.</summary>
/// <param name="Known">Figures known from it; at least one.</param>
/// <param name="Shown">How many of them are shown.</param>
public readonly record struct SourceUse(int Known, int Shown);
