using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>The departments that report, one of them beside the list, and a new one.</summary>
public sealed partial class DepartmentsPage(
    DepartmentCatalogue catalogue, WorkScript script, Address address, CatalogueWords words, IStringLocalizer<DepartmentsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private IReadOnlyList<StoredDepartment> rows = [];
    private IReadOnlyList<StoredDepartment> listed = [];
    private string? search;
    private StoredDepartment? chosen;
    private bool creating;

    private Address Address => address;

    private CatalogueWords Words => words;

    private IStringLocalizer<DepartmentsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override async Task OnInitializedAsync()
    {
        search = CatalogueAddress.TextOf(address);
        await GuardAsync(ReloadAsync);
        chosen = Find(CatalogueAddress.EntryOf(address));
    }

    private StoredDepartment? Find(string? code) => rows.FirstOrDefault(r => r.Department.Code == code);

    private async Task ReloadAsync()
    {
        rows = await catalogue.AllAsync(Leaving);
        chosen = Find(chosen?.Department.Code);
        List();
    }

    private async Task ShowNewAsync(string code)
    {
        search = null;
        await ReloadAsync();
        chosen = Find(code);
        await ShowAddressAsync();
    }

    private Task FilterAsync(string? typed)
    {
        search = string.IsNullOrWhiteSpace(typed) ? null : typed;
        List();
        return ShowAddressAsync();
    }

    private Task ChooseAsync(StoredDepartment row)
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
            await script.FocusAsync($"open-{left.Department.Code}");
        }
    }

    private Task ShowAddressAsync() => script.ShowAddressAsync(CatalogueAddress.Write(address, CatalogueTabs.Departments, search, chosen?.Department.Code));

    private void List() => listed =
        [.. rows.Where(r => CatalogueAddress.Holds(search, [r.Department.Code, r.Department.Name, .. r.Forms]))];
}
