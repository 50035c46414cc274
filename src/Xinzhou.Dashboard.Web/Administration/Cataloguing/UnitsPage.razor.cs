using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>All statistical units, and one of them beside the list.</summary>
public sealed partial class UnitsPage(
    UnitCatalogue catalogue, WorkScript script, Address address, CatalogueWords words, IStringLocalizer<UnitsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private IReadOnlyList<StoredUnit> rows = [];
    private IReadOnlyList<StoredUnit> listed = [];
    private string? search;
    private StoredUnit? chosen;

    private Address Address => address;

    private CatalogueWords Words => words;

    private IStringLocalizer<UnitsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override async Task OnInitializedAsync()
    {
        search = CatalogueAddress.TextOf(address);
        await GuardAsync(ReloadAsync);
        chosen = Find(CatalogueAddress.EntryOf(address));
    }

    private StoredUnit? Find(string? code) => rows.FirstOrDefault(r => r.Unit.Code == code);

    private async Task ReloadAsync()
    {
        rows = await catalogue.AllAsync(Leaving);
        chosen = Find(chosen?.Unit.Code);
        List();
    }

    private Task FilterAsync(string? typed)
    {
        search = string.IsNullOrWhiteSpace(typed) ? null : typed;
        List();
        return ShowAddressAsync();
    }

    private Task ChooseAsync(StoredUnit row)
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
            await script.FocusAsync($"open-{left.Unit.Code}");
        }
    }

    private Task ShowAddressAsync() => script.ShowAddressAsync(CatalogueAddress.Write(address, CatalogueTabs.Units, search, chosen?.Unit.Code));

    private void List() => listed =
        [.. rows.Where(r => CatalogueAddress.Holds(search, [r.Unit.Code, r.Unit.Name, r.Unit.NameEn, .. r.Unit.Aliases]))];
}
