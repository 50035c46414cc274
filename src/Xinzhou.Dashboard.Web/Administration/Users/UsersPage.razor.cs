using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Npgsql;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>All users, and a new one.</summary>
public sealed partial class UsersPage(
    NpgsqlDataSource application,
    UserAccounts accounts,
    SnapshotStore store,
    Address address,
    IStringLocalizer<UsersPage> text,
    IStringLocalizer<RoleNames> roles,
    IStringLocalizer<AccountFaults> faults)
{
    private IReadOnlyList<UserRow> rows = [];
    private AccountFault? fault;
    private string? link;

    [SupplyParameterFromForm]
    private UserForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<UsersPage> Text => text;

    private IStringLocalizer<RoleNames> Roles => roles;

    private IStringLocalizer<AccountFaults> Faults => faults;

    protected override async Task OnInitializedAsync() => rows = await UserRow.ListAsync(application, Http!.RequestAborted);

    private async Task CreateAsync()
    {
        var actor = CurrentUser.Of(Http!.User)!;
        (var path, fault) = await accounts.CreateAsync(actor.UserName, Form!.UserName ?? "", Form.Draft(), Http.RequestAborted);
        if (path is not null)
        {
            link = $"{Http.Request.Scheme}://{Http.Request.Host}{Http.Request.PathBase}{path}";
            Form = null;
            rows = await UserRow.ListAsync(application, Http.RequestAborted);
        }
    }

    private string? DepartmentOf(UserRow row) => row.DepartmentCode is { } code
        ? store.Current.Plan.Departments.FirstOrDefault(d => d.Code == code)?.Name ?? code
        : null;
}
