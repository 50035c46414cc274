using Xinzhou.Dashboard.Data.Access;

namespace Xinzhou.Dashboard.Web.Account.Setup;

/// <summary>The first start of an installation: whoever holds the link of the log becomes the first security administrator.</summary>
public sealed partial class SetupPage(
    IServiceProvider services,
    SetupLinks links,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<SetupPage> text,
    IStringLocalizer<AccountFaults> faults)
{
    private bool holds;
    private AccountFault? fault;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm]
    private SetupForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<SetupPage> Text => text;

    private IStringLocalizer<AccountFaults> Faults => faults;

    protected override async Task OnInitializedAsync()
    {
        if (Token is not null && TokenSecret.IsWellFormed(Token))
        {
            holds = await links.HoldsAsync(Token);
        }

        if (!holds)
        {
            Http!.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    private async Task CreateAsync()
    {
        if (!holds)
        {
            return;
        }

        fault = Form?.Password != Form?.Repeated
            ? AccountFault.PasswordsDiffer
            : await services.GetRequiredService<NewPassword>().SetUpAsync(
                Token!, Form?.UserName ?? "", Form?.DisplayName ?? "", Form?.Password ?? "", Http!.RequestAborted);
        if (fault is null)
        {
            navigation.NavigateTo(address.To(AccountSetup.SignInPath, ("done", "password")));
        }
    }
}
