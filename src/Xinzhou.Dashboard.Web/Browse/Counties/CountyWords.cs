namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>How values are written on the pages of the counties, in the language of the page.</summary>
public static class CountyWords
{
    /// <summary>More published digits than these are rounded for display; the page of the figure has all of them.</summary>
    private const int MaxDecimals = 4;

    /// <summary>The decimals of a share, which is computed here.</summary>
    public const int ShareDecimals = 1;

    /// <summary>A level with its published decimals; 44900.058608 is shown as 44900.</summary>
    public static string Level(Figure figure) => Level(figure, UnitScale.Of(figure));

    /// <summary>The same in the unit of a column.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">Of the figure's unit of publication.</param>
    public static string Level(Figure figure, UnitScale unit)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return IsRounded(figure) ? unit.Number(Math.Round(figure.Value!.Value, 0, MidpointRounding.AwayFromZero)) : unit.Text(figure);
    }

    /// <summary>True when <see cref="Level(Figure)"/> leaves digits out.</summary>
    public static bool IsRounded(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure is { Value.Scale: > MaxDecimals, Comparator: Comparator.Equal };
    }

    /// <summary>A growth rate in words.</summary>
    public static string Growth(decimal rate) => GrowthWording.Growth(rate, Languages.IsEnglish);

    /// <summary>A share, which is computed here: one decimal.</summary>
    public static string Share(decimal percent) => ValueText.Number(percent, ShareDecimals);

    /// <summary>A figure as it is shown: growth in words, levels with their digits.</summary>
    public static string Of(Figure figure) => Of(figure, UnitScale.Of(figure));

    /// <summary>The same in the unit of a column.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="unit">Of the figure's unit of publication.</param>
    public static string Of(Figure figure, UnitScale unit)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Series.Measure is Measure.Yoy or Measure.YoySingle ? GrowthWording.Growth(figure, Languages.IsEnglish) : Level(figure, unit);
    }

    /// <summary>A period with its year.</summary>
    public static string Of(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.FullNameApart(null, Languages.IsEnglish);
    }

    /// <summary>A computed value without the zeros of a computation, with its unit: 0.05075亿元.</summary>
    public static string Plain(decimal value, string uom) =>
        Wording.Names.Amount(decimal.Parse(value.ToString("G29", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), uom);

    /// <summary>忻府 for 忻府区; names of two characters (代县) and those in English stay whole.</summary>
    public static string Brief(StatisticalUnit unit)
    {
        var name = Wording.Names.Of(unit);
        return name.Length == 3 && (name[^1] is '区' or '县' or '市') ? name[..^1] : name;
    }
}
