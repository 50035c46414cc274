using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>All users, one of them beside the list, and a new one.</summary>
public sealed partial class UsersPage(
    IDbContextFactory<DashboardContext> contexts,
    SnapshotStore store,
    NavigationManager navigation,
    TimeProvider time,
    IStringLocalizer<UsersPage> text,
    IStringLocalizer<UserState> states,
    IStringLocalizer<RoleNames> roleNames)
{
    private IReadOnlyList<Choice<Role?>> roles = [];
    private IReadOnlyList<Choice<UserStanding?>> standings = [];
    private UserFilter filter = new(null, null, null);
    private IReadOnlyList<AccountRequest> requests = [];
    private int unknown;

    /// <summary>The user beside the list; null for none.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    private IStringLocalizer<UsersPage> Text => text;

    private IStringLocalizer<RoleNames> RoleNames => roleNames;

    protected override async Task OnInitializedAsync()
    {
        roles = [new(null, text["Any"]), .. Enum.GetValues<Role>().Select(r => new Choice<Role?>(r, roleNames[r.ToString()]))];
        standings = [new(null, text["Any"]), .. Enum.GetValues<UserStanding>().Select(s => new Choice<UserStanding?>(s, states[s.ToString()]))];
        filter = UserFilter.Read(Address);
        await BeginAsync(Id?.ToString());
        if (Id is not null && Chosen is null && Trouble is null)
        {
            navigation.NotFound();
        }
    }

    protected override async Task<IReadOnlyList<UserRow>> ReadAsync()
    {
        requests = await AccountRequestStore.ListAsync(contexts, time.GetUtcNow(), Leaving);
        unknown = await UserRow.CountUnknownAsync(contexts, Leaving);
        return await UserRow.ListAsync(contexts, Leaving);
    }

    protected override string KeyOf(UserRow row) => row.Id.ToString();

    protected override bool IsListed(UserRow row) => filter.Holds(row, DepartmentOf(row));

    protected override string AddressOf(string? key) => filter.Write(Address, key);

    private Task FilterAsync(UserFilter asked)
    {
        filter = asked;
        return RefilterAsync();
    }

    private string? DepartmentOf(UserRow row) => row.DepartmentCode is { } code ? NameOf(code) : null;

    private string NameOf(string code) => store.Current.Plan.Departments.FirstOrDefault(d => d.Code == code)?.Name ?? code;
}
