using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account.Invitation;

/// <summary>Where somebody who was entered as a user, or has forgotten his password, chooses a new one.</summary>
public sealed partial class InvitationPage(
    NewPassword passwords,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<InvitationPage> text,
    IStringLocalizer<AccountFaults> faults)
{
    private User? invited;
    private AccountFault? fault;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm]
    private InvitationForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<InvitationPage> Text => text;

    private IStringLocalizer<AccountFaults> Faults => faults;

    protected override async Task OnInitializedAsync()
    {
        invited = await passwords.InvitedAsync(Token);
        if (invited is null)
        {
            Http!.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    private async Task AcceptAsync()
    {
        if (invited is null)
        {
            return;
        }

        fault = Form?.Password != Form?.Repeated
            ? AccountFault.PasswordsDiffer
            : await passwords.AcceptAsync(Token, Form?.Password ?? "", Http!.RequestAborted);
        if (fault is null)
        {
            navigation.NavigateTo(address.To(AccountSetup.SignInPath, ("done", "password")));
        }
    }
}
