using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>The parameters that several resources share.</summary>
public static class Parameters
{
    public static readonly Parameter AsOf = new("asOf",
        "The moment of which the answer speaks: a day YYYY-MM-DD, meaning its end in Asia/Shanghai (today means now), or an " +
        "RFC 3339 instant. Not later than now. Default: now.")
    { Example = "2023-09-30", IsFilter = true };

    public static readonly Parameter Clock = new("clock",
        "How asOf is read: what was publicly known then, or what this installation held then.")
    { Allowed = Code.All<Clock>(), Default = "known", IsFilter = true };

    public static readonly Parameter Lang = new("lang", "The language of labels; data are the same in both.")
    { Allowed = [Language.Chinese, Language.English], Default = Language.Chinese };

    public static readonly Parameter Format = new("format", "How the answer is written. It goes before the header Accept.")
    { Allowed = ["json", "csv"], Default = "json" };

    public static readonly Parameter Limit = new("limit",
        "The greatest number of rows in the answer, 1 to 5000; for CSV also all.")
    { Default = "500" };

    public static readonly Parameter Cursor = new("cursor",
        "Goes on after a page: takes its next. The filters and the as-of are those of the first page and need not be given again.");

    public static readonly Parameter Indicator = new("indicator", "Code, exact Chinese name or alias of an indicator.")
    { Repeatable = true, Example = "gdp", IsFilter = true };

    public static readonly Parameter Unit = new("unit", "Code, exact Chinese name or alias of a statistical unit.")
    { Repeatable = true, Example = "140900", IsFilter = true };

    public static readonly Parameter Measure = new("measure", "What of the indicator is measured.")
    { Repeatable = true, Allowed = Code.All<Measure>(), IsFilter = true };

    public static readonly Parameter Dimension = new("dimension", "Code or name of a dimension.")
    { Repeatable = true, Example = "industry", IsFilter = true };

    public static readonly Parameter Aspect = new("aspect", "Code or title of an aspect.")
    { Repeatable = true, Example = "seven-upgrades", IsFilter = true };

    /// <summary>Of every resource.</summary>
    public static readonly IReadOnlyList<Parameter> Always = [Format, Lang, AsOf, Clock];

    /// <summary>Of every list.</summary>
    public static readonly IReadOnlyList<Parameter> Lists = [.. Always, Limit, Cursor];
}
