using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>All indicators, one of them beside the list, and a new one.</summary>
public sealed partial class IndicatorsPage(
    IndicatorCatalogue catalogue,
    SnapshotStore store,
    WorkScript script,
    Address address,
    CatalogueWords words,
    FigureWords figures,
    IStringLocalizer<IndicatorsPage> text,
    IStringLocalizer<CatalogueTabs> tabs)
{
    private IReadOnlyList<StoredIndicator> rows = [];
    private IReadOnlyList<StoredIndicator> listed = [];
    private Dictionary<string, int> series = [];
    private IReadOnlyList<Choice<string>> dimensions = [];
    private IReadOnlyList<Choice<IndicatorType?>> types = [];
    private IndicatorFilter filter = new(null, null, null);
    private StoredIndicator? chosen;
    private bool creating;

    private Address Address => address;

    private CatalogueWords Words => words;

    private FigureWords Figures => figures;

    private IStringLocalizer<IndicatorsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override async Task OnInitializedAsync()
    {
        dimensions =
        [
            new(null!, tabs["Any"]),
            .. store.Current.Plan.Dimensions.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, Names.Of(d))),
            new(IndicatorFilter.NoDimension, words.Dimension(null)),
        ];
        types = [new(null, tabs["Any"]), .. Enum.GetValues<IndicatorType>().Select(t => new Choice<IndicatorType?>(t, figures.Type(t)))];
        series = store.Current.Figures.Histories.GroupBy(h => h.Series.Indicator.Code).ToDictionary(g => g.Key, g => g.Count());
        filter = IndicatorFilter.Read(address);
        await GuardAsync(ReloadAsync);
        chosen = Find(CatalogueAddress.EntryOf(address));
    }

    private StoredIndicator? Find(string? code) => rows.FirstOrDefault(r => r.Indicator.Code == code);

    private int SeriesOf(StoredIndicator row) => series.GetValueOrDefault(row.Indicator.Code);

    private async Task ReloadAsync()
    {
        rows = await catalogue.AllAsync(Leaving);
        chosen = Find(chosen?.Indicator.Code);
        List();
    }

    private async Task ShowNewAsync(string code)
    {
        filter = new(null, null, null);
        await ReloadAsync();
        chosen = Find(code);
        await ShowAddressAsync();
    }

    private Task FilterAsync(IndicatorFilter asked)
    {
        filter = asked;
        List();
        return ShowAddressAsync();
    }

    private Task ChooseAsync(StoredIndicator row)
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
            await script.FocusAsync($"open-{left.Indicator.Code}");
        }
    }

    private Task ShowAddressAsync() => script.ShowAddressAsync(filter.Write(address, chosen?.Indicator.Code));

    private void List() => listed = [.. rows.Where(r => filter.Holds(r.Indicator))];
}
