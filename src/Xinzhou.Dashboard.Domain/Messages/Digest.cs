namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>每周提要: what a week asks of a person, as it was known when it was sent.</summary>
/// <param name="Parts">Those that there is something in, in their order.</param>
public sealed record Digest(IReadOnlyList<DigestPart> Parts)
{
    /// <summary>How many lines of a part are kept; the place itself has them all.</summary>
    public const int MaxLines = 10;

    /// <summary>There is nothing to tell: nobody is sent it.</summary>
    public bool IsEmpty => Parts.Count == 0;

    /// <summary>How many there are in a part.</summary>
    public int Count(DigestSection section) => Parts.FirstOrDefault(p => p.Section == section)?.Count ?? 0;

    /// <summary>A digest of everything that belongs into its parts, whose lines beyond the first are only counted.</summary>
    public static Digest Of(IEnumerable<(DigestSection Section, DigestLine Line)> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new(
        [
            .. lines.GroupBy(l => l.Section, l => l.Line).OrderBy(g => g.Key)
                .Select(g => new DigestPart(g.Key, g.Count(), [.. g.Take(MaxLines)])),
        ]);
    }
}
