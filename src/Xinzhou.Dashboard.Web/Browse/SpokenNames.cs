namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>
/// What people say for an indicator when they look for it. These are no aliases of the catalogue: a file that says 财政收入 may
/// mean another total, and nothing is read into an indicator by such a name.
/// </summary>
internal static class SpokenNames
{
    /// <summary>The spoken names of an indicator; none for most.</summary>
    public static IReadOnlyList<string> Of(Indicator indicator) => indicator.Code switch
    {
        "gdp_per_capita" => ["人均GDP"],
        "general_budget_revenue" => ["财政收入"],
        _ => [],
    };
}
