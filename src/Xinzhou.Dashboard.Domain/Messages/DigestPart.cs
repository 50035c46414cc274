namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>A part of a digest.</summary>
/// <param name="Section">Which.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">The first of them; never more than <see cref="Digest.MaxLines"/>.</param>
public sealed record DigestPart(DigestSection Section, int Count, IReadOnlyList<DigestLine> Lines);
