namespace Xinzhou.Dashboard.Web.Account.Setup;

/// <summary>What is typed on the page of the first start.</summary>
public sealed class SetupForm
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? Repeated { get; set; }
}
