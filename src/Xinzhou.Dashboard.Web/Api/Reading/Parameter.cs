namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A parameter of the query, as the description of the API gives it.</summary>
/// <param name="Name">The name in the address.</param>
/// <param name="Description">What it does and what it takes.</param>
public sealed record Parameter(string Name, string Description)
{
    /// <summary>The values it can take; null when they are open.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    public string? Default { get; init; }

    /// <summary>A value that shows the form.</summary>
    public string? Example { get; init; }

    /// <summary>Given twice, it means or.</summary>
    public bool Repeatable { get; init; }

    /// <summary>True for the parameters that say which rows a list has; a cursor keeps them.</summary>
    public bool IsFilter { get; init; }
}
