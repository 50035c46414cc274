using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Names in the language of the page: the names of the plan stay Chinese where the data has no English gloss.</summary>
public static class Names
{
    public static string Of(Indicator indicator) => Languages.IsEnglish ? indicator.NameEn ?? indicator.Name : indicator.Name;

    public static string Of(StatisticalUnit unit) => Languages.IsEnglish ? unit.NameEn ?? unit.Name : unit.Name;

    /// <summary>The official name; on an English page with its gloss behind it.</summary>
    public static string Of(Dimension dimension) => Languages.IsEnglish && dimension.NameEn is { } gloss
        ? $"{dimension.FullName} {gloss}"
        : dimension.FullName;

    /// <summary>
    /// The period of a figure with its year, in the source's own words where it has some; a single quarter or month is told
    /// from the year to date.
    /// </summary>
    public static string Period(Figure figure) => figure.Period.FullNameApart(figure.PeriodLabel, Languages.IsEnglish);

    /// <summary>What stands between a period and its value: in English a colon, for a year beside a count reads as one number.</summary>
    public static string PeriodColon => Languages.IsEnglish ? ": " : " ";

    /// <summary>A value with its unit and the digits it has: 280亿元, 28.0 billion yuan.</summary>
    public static string Amount(decimal value, string uom)
    {
        var scale = UnitScale.Of(value, uom);
        return scale.Number(value) + scale.Behind;
    }

    /// <summary>The unit in which somebody enters numbers: as the form has it; in English a multiple that no number runs into, × 100 million yuan.</summary>
    public static string EntryUom(string uom) =>
        !Languages.IsEnglish ? uom
        : Uoms.Meaning(uom) is [>= '0' and <= '9', ..] multiple ? $"× {multiple}"
        : Uoms.Meaning(uom);

    /// <summary>A unit as published; in English with what it means, 亿元 (100 million yuan).</summary>
    public static string PublishedUom(string uom) =>
        Languages.IsEnglish && Uoms.Meaning(uom) is { Length: > 0 } meaning && meaning != uom ? $"{uom} ({meaning})" : uom;
}
