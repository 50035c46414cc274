namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>What is chosen to be put in front.</summary>
public sealed record HeadlineEdit : CatalogueEdit
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<HeadlineIndicator> Chosen { get; init; } = [];

    /// <summary>What was chosen when the choice was begun.</summary>
    public IReadOnlyList<HeadlineIndicator> Seen { get; init; } = [];

    /// <summary>Begins with what holds.</summary>
    public static HeadlineEdit Of(IReadOnlyList<HeadlineIndicator> held) => new() { Chosen = held, Seen = held };
}
