namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>
/// The unit in which values stand, in the language of the page: as published; in English the one that fits the largest of
/// them (<see cref="EnglishUnit"/>), so that a column or an axis has one unit.
/// </summary>
public readonly record struct UnitScale
{
    private readonly string _uom;
    private readonly EnglishUnit? _english;

    private UnitScale(string uom, decimal largest) =>
        (_uom, _english) = (uom, Languages.IsEnglish ? EnglishUnit.Of(uom, largest) : null);

    /// <summary>Of one value by itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="uom">Its unit of publication.</param>
    public static UnitScale Of(decimal value, string uom) => new(uom, value);

    /// <summary>Of one figure by itself.</summary>
    public static UnitScale Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Uom, figure.Value ?? 0);
    }

    /// <summary>Of values that stand together.</summary>
    /// <param name="values">The values.</param>
    /// <param name="uom">Their unit of publication.</param>
    public static UnitScale Of(IEnumerable<decimal> values, string uom) => new(uom, values.Select(Math.Abs).DefaultIfEmpty().Max());

    /// <summary>Of figures that stand together, in the unit of their series; those of another unit, which say their own, are counted as converted.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="uom">The unit of their series.</param>
    public static UnitScale Of(IEnumerable<Figure?> figures, string uom) =>
        Of(figures.OfType<Figure>().Where(f => f.Series.Uom == uom).Select(Published.Of).OfType<decimal>(), uom);

    /// <summary>As it stands in a head: 亿元, billion yuan; empty in English for what is merely counted.</summary>
    public string Name => _english?.Name ?? _uom;

    /// <summary>In a column of its own, where what is merely counted says so in English: 家 is "count".</summary>
    public string Apart => Name.Length == 0 && Uoms.IsCount(_uom) ? "count" : Name;

    /// <summary>As it follows a number, with the blank that English has before it: 亿元, " billion yuan", %.</summary>
    public string Behind => _english?.Behind ?? _uom;

    /// <summary>True where the point of the published number is moved.</summary>
    public bool IsMoved => _english is { Shift: not 0 };

    /// <summary>A value in this unit, with the digits it has.</summary>
    /// <param name="value">In the unit of publication.</param>
    public string Number(decimal value) => _english?.Number(value) ?? ValueText.Number(value);

    /// <summary>A value that is drawn or compared, in this unit.</summary>
    /// <param name="value">In the unit of publication.</param>
    public decimal Scaled(decimal value) => _english?.Scaled(value) ?? value;

    /// <summary>The number of a figure with its bound, in this unit; the words of a qualitative fact.</summary>
    /// <param name="figure">In the unit of publication.</param>
    public string Text(Figure figure) => _english is { } unit ? ValueText.Of(figure, unit) : ValueText.Of(figure);
}
