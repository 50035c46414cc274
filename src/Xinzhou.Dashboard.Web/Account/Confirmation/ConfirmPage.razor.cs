using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Confirmation;

/// <summary>Where somebody proves anew that it is he; afterwards he is where he came from.</summary>
public sealed partial class ConfirmPage(
    UserManager<User> users,
    IdentityConfirmation confirmation,
    Sessions sessions,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<ConfirmPage> text)
{
    private User? user;
    private bool hasPassword;
    private bool hasPasskey;
    private string? fault;

    [SupplyParameterFromQuery(Name = IdentityConfirmation.ReturnName)]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "confirm-password")]
    private ConfirmForm? ByPassword { get; set; }

    [SupplyParameterFromForm(FormName = "confirm-passkey")]
    private ConfirmForm? ByPasskey { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<ConfirmPage> Text => text;

    private string After => LocalAddress.Or(ReturnUrl, address.To("/account"));

    protected override async Task OnInitializedAsync()
    {
        user = await users.FindByIdAsync(CurrentUser.Of(Http!.User)!.Id.ToString());
        if (user is { IsPersona: true })
        {
            // Has nothing to prove it by, and is asked for nothing.
            navigation.NavigateTo(After);
            return;
        }

        hasPassword = user?.PasswordHash is not null;
        hasPasskey = user is not null && (await users.GetPasskeysAsync(user)).Count > 0;
    }

    private Task ByPasswordAsync() => AnswerAsync(
        (user, session, from, cancellation) => confirmation.ByPasswordAsync(user, session, ByPassword?.Password ?? "", from, cancellation), "PasswordWrong");

    private Task ByPasskeyAsync() => AnswerAsync(
        (user, session, from, cancellation) => confirmation.ByPasskeyAsync(user, session, ByPasskey?.Credential ?? "", from, cancellation), "PasskeyWrong");

    private async Task AnswerAsync(Func<User, Guid, string, CancellationToken, Task<SignInAnswer>> prove, string refusal)
    {
        if (user is null || Sessions.KeyOf(Http!.User) is not { } key)
        {
            return;
        }

        var answer = await prove(user, key.Session, ClientAddress.Of(Http), Http.RequestAborted);
        switch (answer.Outcome)
        {
            case SignInOutcome.Done:
                sessions.Forget(key);
                navigation.NavigateTo(After);
                break;
            case SignInOutcome.TooMany:
                SignInLimits.Refuse(Http, answer.Wait);
                fault = text["TooMany", SignInLimits.Minutes(answer.Wait)];
                break;
            default:
                fault = text[refusal];
                break;
        }
    }
}
