using Xinzhou.Dashboard.Data.Cataloguing;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>What is typed of an indicator.</summary>
public sealed record IndicatorEdit : CatalogueEdit
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? NameEn { get; init; }
    public IndicatorType Type { get; init; }
    public string? Uom { get; init; }
    public Direction Direction { get; init; }
    public PriceBasis? LevelPrices { get; init; }
    public PriceBasis? GrowthPrices { get; init; }

    /// <summary>The code of the dimension; null is 综合.</summary>
    public string? Dimension { get; init; }

    /// <summary>One name a line.</summary>
    public string? Aliases { get; init; }
    public string? Note { get; init; }
    public bool Additive { get; init; } = true;

    /// <summary>The version that was seen; null for a new one.</summary>
    public int? Seen { get; init; }

    /// <summary>Begins with what holds.</summary>
    public static IndicatorEdit Of(StoredIndicator stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var held = stored.Indicator;
        return new()
        {
            Code = held.Code,
            Name = held.Name,
            NameEn = held.NameEn,
            Type = held.Type,
            Uom = held.Uom,
            Direction = held.Direction,
            LevelPrices = held.PriceBasisOfLevel,
            GrowthPrices = held.PriceBasisOfGrowth,
            Dimension = held.Dimension,
            Aliases = string.Join('\n', held.Aliases),
            Note = held.Note,
            Additive = held.Additive,
            Seen = stored.Version,
        };
    }

    /// <summary>What is meant.</summary>
    public Indicator Indicator() => new()
    {
        Code = Code?.Trim() ?? "",
        Name = Name?.Trim() ?? "",
        NameEn = TextOf(NameEn),
        Type = Type,
        Uom = Uom?.Trim() ?? "",
        Direction = Direction,
        PriceBasisOfLevel = LevelPrices,
        PriceBasisOfGrowth = GrowthPrices,
        Dimension = Dimension,
        Aliases = NamesOf(Aliases),
        Note = TextOf(Note),
        Additive = Additive,
        Order = 0,
    };
}
