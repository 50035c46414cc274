using Xinzhou.Dashboard.Data.Cataloguing;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>What is typed of a statistical unit: its other names.</summary>
public sealed record UnitEdit : CatalogueEdit
{
    /// <summary>One name a line.</summary>
    public string? Aliases { get; init; }

    /// <summary>The version that was seen.</summary>
    public int Seen { get; init; }

    /// <summary>What is meant.</summary>
    public IReadOnlyList<string> Names() => NamesOf(Aliases);

    /// <summary>Begins with what holds.</summary>
    public static UnitEdit Of(StoredUnit stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new() { Aliases = string.Join('\n', stored.Unit.Aliases), Seen = stored.Version };
    }
}
