using Xinzhou.Dashboard.Data.Cataloguing;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>All statistical units, and one of them beside the list.</summary>
public sealed partial class UnitsPage(UnitCatalogue catalogue, CatalogueWords words, IStringLocalizer<UnitsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private string? search;

    private CatalogueWords Words => words;

    private IStringLocalizer<UnitsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override Task OnInitializedAsync()
    {
        search = CatalogueAddress.TextOf(Address);
        return BeginAsync(CatalogueAddress.EntryOf(Address));
    }

    protected override Task<IReadOnlyList<StoredUnit>> ReadAsync() => catalogue.AllAsync(Leaving);

    protected override string KeyOf(StoredUnit row) => row.Unit.Code;

    protected override bool IsListed(StoredUnit row) => CatalogueAddress.Holds(search, [row.Unit.Code, row.Unit.Name, row.Unit.NameEn, .. row.Unit.Aliases]);

    protected override string AddressOf(string? key) => CatalogueAddress.Write(Address, CatalogueTabs.Units, search, key);

    private Task FilterAsync(string? typed)
    {
        search = string.IsNullOrWhiteSpace(typed) ? null : typed;
        return RefilterAsync();
    }
}
