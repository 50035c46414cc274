namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>What is typed of an entry of the catalogue, as it was typed.</summary>
public abstract record CatalogueEdit
{
    /// <summary>Why it is changed.</summary>
    public string? Reason { get; init; }

    /// <summary>What else something is called, one name a line, as names.</summary>
    protected static IReadOnlyList<string> NamesOf(string? lines) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Without blanks around it; null for nothing.</summary>
    protected static string? TextOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
