namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A document that figures are taken from. Its identity is its address, without one its text.</summary>
public sealed record SourceDocument
{
    public required int Id { get; init; }

    /// <summary>The address as cited (it may lack a scheme, or have one that is no web address); null when none is cited.</summary>
    public string? Address { get; init; }

    /// <summary>The title as cited; null when none is.</summary>
    public string? Title { get; init; }
    public required Reliability Reliability { get; init; }

    /// <summary>The identifier of the API: <c>d</c> and the number.</summary>
    public string Key => $"d{Id}";

    /// <summary>The address if a browser can open it (http or https), else null.</summary>
    public Uri? Link =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? uri
            : null;
}
