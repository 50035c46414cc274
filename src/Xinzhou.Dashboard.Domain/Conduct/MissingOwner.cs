namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>Something without a live owner.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">Which: <c>targets/f0000000012</c>, <c>tasks/3</c>, <c>items/3/2</c>, <c>supervision/2026-012</c>.</param>
/// <param name="Unit">牵头单位, by its code; null is not known.</param>
/// <param name="Person">责任人; null is not known.</param>
/// <param name="Gap">Why nobody owns it.</param>
public sealed record MissingOwner(OwnedKind Kind, string Subject, string? Unit, string? Person, OwnerGap Gap);
