namespace Xinzhou.Dashboard.Web.Plan.Chains;

/// <summary>产业链 and their 链长, as the inspection office or the system administrator takes them down.</summary>
public sealed partial class ChainsPage(Address address, IStringLocalizer<ChainsPage> text)
{
    private Address Address => address;

    private IStringLocalizer<ChainsPage> Text => text;

    protected override void OnParametersSet() => Look();

    protected override void ShowNow()
    {
        // The list works out for itself what it shows.
    }
}
