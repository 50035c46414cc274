using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>Names in the language of the page: the names of the plan stay Chinese where the data has no English gloss.</summary>
public static class Names
{
    public static string Of(Indicator indicator) => Languages.IsEnglish ? indicator.NameEn ?? indicator.Name : indicator.Name;

    public static string Of(StatisticalUnit unit) => Languages.IsEnglish ? unit.NameEn ?? unit.Name : unit.Name;

    /// <summary>The period of a figure with its year, in the source's own words where it has some.</summary>
    public static string Period(Figure figure) => figure.Period.FullName(figure.PeriodLabel, Languages.IsEnglish);

    /// <summary>A short name of a source: its title, else the host of its address, else the citation.</summary>
    public static string Of(SourceDocument source)
    {
        if (source.Title is { Length: > 0 } title)
        {
            return title;
        }

        return source.Link?.Host is { } host
            ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host
            : source.Address ?? source.Key;
    }
}
