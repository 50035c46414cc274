namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A finished answer.</summary>
/// <param name="EntityTag">A strong entity tag over the body and the as-of, in quotes.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Length">The length of the body in bytes.</param>
/// <param name="Body">The body; null for one too long to be held.</param>
/// <param name="Write">Writes a body that is not held, anew for every reader.</param>
public sealed record Answer(
    string EntityTag,
    string ContentType,
    long Length,
    ReadOnlyMemory<byte>? Body,
    Func<Stream, CancellationToken, Task> Write)
{
    /// <summary>The address of the next page, relative to the host; null on the last.</summary>
    public string? NextPage { get; init; }

    /// <summary>The name of a file that the body would be saved as; null when it is not meant for one.</summary>
    public string? FileName { get; init; }

    /// <summary>Of which indicator and unit the file holds figures; empty when it is not meant for one, or holds none.</summary>
    public IReadOnlyCollection<(string Indicator, string? Unit)> Holds { get; init; } = [];

    /// <summary>True when the figures are those of the demonstration data set.</summary>
    public bool Demonstration { get; init; }
}
