namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>交办: a notice is issued, to one unit or to several at once.</summary>
public sealed partial class IssuePage(Address address, IStringLocalizer<IssuePage> text)
{
    /// <summary>The subject of the light that it comes from: <c>items/3/2</c>; null where it comes from none.</summary>
    [SupplyParameterFromQuery(Name = "light")]
    private string? Light { get; set; }

    private Address Address => address;

    private IStringLocalizer<IssuePage> Text => text;
}
