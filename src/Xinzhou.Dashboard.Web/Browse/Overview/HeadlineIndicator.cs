namespace Xinzhou.Dashboard.Web.Browse.Overview;

/// <summary>An indicator that the overview puts in front.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Share">The indicator that is its share of a whole, where there is one.</param>
public sealed record HeadlineIndicator(string Code, string? Share = null)
{
    /// <summary>What the overview shows, in this order. Which figure of each is shown follows from what is known.</summary>
    public static IReadOnlyList<HeadlineIndicator> All { get; } =
    [
        new("gdp"),
        new("installed_capacity_new_and_clean", Share: "installed_capacity_new_and_clean_share"),
        new("tertiary_industry_investment"),
        new("above_scale_enterprises"),
        new("fixed_asset_investment"),
        new("industrial_value_added_above_scale"),
    ];
}
