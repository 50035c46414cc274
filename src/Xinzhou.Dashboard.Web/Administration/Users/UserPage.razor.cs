using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Npgsql;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>One user: his rights, and whether he can sign in.</summary>
public sealed partial class UserPage(
    NpgsqlDataSource application,
    UserAccounts accounts,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<UserPage> text,
    IStringLocalizer<RoleNames> roles,
    IStringLocalizer<AccountFaults> faults)
{
    private UserRow? row;
    private AccountFault? fault;
    private bool done;
    private string? link;

    /// <summary>His number.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    private UserForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<UserPage> Text => text;

    private IStringLocalizer<RoleNames> Roles => roles;

    private IStringLocalizer<AccountFaults> Faults => faults;

    private string Actor => CurrentUser.Of(Http!.User)!.UserName;

    protected override async Task OnInitializedAsync()
    {
        row = await UserRow.FindAsync(application, Id, Http!.RequestAborted);
        if (row is null)
        {
            navigation.NotFound();
        }
    }

    private Task ChangeAsync() => DoAsync(() => accounts.ChangeAsync(Actor, Id, Form!.Draft(), Http!.RequestAborted));

    private Task SetDisabledAsync(bool disabled) => DoAsync(() => accounts.SetDisabledAsync(Actor, Id, disabled, Http!.RequestAborted));

    private Task ResetAsync() => DoAsync(() => accounts.ResetSecondFactorAsync(Actor, Id, Http!.RequestAborted));

    private Task InviteAsync() => DoAsync(async () =>
    {
        var (path, refused) = await accounts.InviteAsync(Actor, Id, Http!.RequestAborted);
        link = path is null ? null : $"{Http.Request.Scheme}://{Http.Request.Host}{Http.Request.PathBase}{path}";
        return refused;
    });

    private async Task DoAsync(Func<Task<AccountFault?>> change)
    {
        if (row is null)
        {
            return;
        }

        fault = await change();
        done = fault is null;
        row = await UserRow.FindAsync(application, Id, Http!.RequestAborted);
    }
}
