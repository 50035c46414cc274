using Xinzhou.Dashboard.Data.Cataloguing;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>The departments that report, one of them beside the list, and a new one.</summary>
public sealed partial class DepartmentsPage(DepartmentCatalogue catalogue, CatalogueWords words, IStringLocalizer<DepartmentsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private string? search;

    private CatalogueWords Words => words;

    private IStringLocalizer<DepartmentsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override Task OnInitializedAsync()
    {
        search = CatalogueAddress.TextOf(Address);
        return BeginAsync(CatalogueAddress.EntryOf(Address));
    }

    protected override Task<IReadOnlyList<StoredDepartment>> ReadAsync() => catalogue.AllAsync(Leaving);

    protected override string KeyOf(StoredDepartment row) => row.Department.Code;

    protected override bool IsListed(StoredDepartment row) => CatalogueAddress.Holds(search, [row.Department.Code, row.Department.ShownCode(), row.Department.Name, .. row.Forms]);

    protected override string AddressOf(string? key) => CatalogueAddress.Write(Address, CatalogueTabs.Departments, search, key);

    private Task FilterAsync(string? typed)
    {
        search = string.IsNullOrWhiteSpace(typed) ? null : typed;
        return RefilterAsync();
    }

    private Task ShowNewAsync(string code)
    {
        search = null;
        return ShowAsync(code);
    }
}
