using Xinzhou.Dashboard.Web.Account.Limits;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Account.SignIn;

/// <summary>Where people sign in; afterwards they are where they wanted to go.</summary>
public sealed partial class SignInPage(
    IServiceProvider services,
    NavigationManager navigation,
    DashboardSettings settings,
    Address address,
    IStringLocalizer<SignInPage> text,
    IStringLocalizer<RoleNames> roles)
{
    private bool refused;
    private TimeSpan? wait;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm]
    private SignInForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private DashboardSettings Settings => settings;

    private Address Address => address;

    private IStringLocalizer<SignInPage> Text => text;

    private IStringLocalizer<RoleNames> Roles => roles;

    private string After => LocalAddress.Or(ReturnUrl, address.To("/"));

    private async Task SignInAsync()
    {
        if (Form is not { UserName.Length: > 0, Password.Length: > 0 } || Http is null)
        {
            refused = true;
            return;
        }

        // Asked for here and not by the constructor: to show the page takes no database.
        var answer = await services.GetRequiredService<PasswordSignIn>().TryAsync(
            Form.UserName, Form.Password, ClientAddress.Of(Http), Http.RequestAborted);
        switch (answer.Outcome)
        {
            case SignInOutcome.Done:
                navigation.NavigateTo(Duties.AfterSignIn(After, answer.Role, Http.Request.PathBase));
                break;
            case SignInOutcome.SecondFactor:
                navigation.NavigateTo(address.To("/account/second-factor", ("returnUrl", LocalAddress.Or(ReturnUrl, ""))));
                break;
            case SignInOutcome.TooMany:
                SignInLimits.Refuse(Http, answer.Wait);
                wait = answer.Wait;
                break;
            default:
                refused = true;
                break;
        }
    }
}
