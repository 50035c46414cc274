using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>All users, one of them beside the list, and a new one.</summary>
public sealed partial class UsersPage(
    IDbContextFactory<DashboardContext> contexts,
    SnapshotStore store,
    NavigationManager navigation,
    WorkScript script,
    Address address,
    IStringLocalizer<UsersPage> text,
    IStringLocalizer<UserState> states,
    IStringLocalizer<RoleNames> roleNames)
{
    private IReadOnlyList<UserRow> rows = [];
    private IReadOnlyList<UserRow> listed = [];
    private IReadOnlyList<Choice<Role?>> roles = [];
    private IReadOnlyList<Choice<UserStanding?>> standings = [];
    private UserFilter filter = new(null, null, null);
    private int unknown;
    private UserRow? chosen;
    private bool creating;

    /// <summary>The user beside the list; null for none.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    private IStringLocalizer<UsersPage> Text => text;

    private IStringLocalizer<RoleNames> RoleNames => roleNames;

    protected override async Task OnInitializedAsync()
    {
        roles = [new(null, text["Any"]), .. Enum.GetValues<Role>().Select(r => new Choice<Role?>(r, roleNames[r.ToString()]))];
        standings = [new(null, text["Any"]), .. Enum.GetValues<UserStanding>().Select(s => new Choice<UserStanding?>(s, states[s.ToString()]))];
        filter = UserFilter.Read(address);
        await GuardAsync(ReloadAsync);
        chosen = rows.FirstOrDefault(r => r.Id == Id);
        if (Id is not null && chosen is null && Trouble is null)
        {
            navigation.NotFound();
        }
    }

    private async Task ReloadAsync()
    {
        rows = await UserRow.ListAsync(contexts, Leaving);
        unknown = await UserRow.CountUnknownAsync(contexts, Leaving);
        chosen = rows.FirstOrDefault(r => r.Id == chosen?.Id);
        List();
    }

    private Task FilterAsync(UserFilter asked)
    {
        filter = asked;
        List();
        return ShowAddressAsync();
    }

    private Task ChooseAsync(UserRow row)
    {
        chosen = row;
        return ShowAddressAsync();
    }

    private async Task CloseAsync()
    {
        var left = chosen;
        chosen = null;
        await ShowAddressAsync();
        if (left is not null)
        {
            await script.FocusAsync($"open-{left.Id}");
        }
    }

    private Task ShowAddressAsync() => script.ShowAddressAsync(filter.Write(address, chosen?.Id));

    private void List() => listed = [.. rows.Where(r => filter.Holds(r, DepartmentOf(r)))];

    private string? DepartmentOf(UserRow row) => row.DepartmentCode is { } code
        ? store.Current.Plan.Departments.FirstOrDefault(d => d.Code == code)?.Name ?? code
        : null;
}
