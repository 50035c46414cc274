using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>All indicators, one of them beside the list, and a new one.</summary>
public sealed partial class IndicatorsPage(
    IndicatorCatalogue catalogue,
    SnapshotStore store,
    CatalogueWords words,
    FigureWords figures,
    IStringLocalizer<IndicatorsPage> text,
    IStringLocalizer<CatalogueTabs> tabs)
{
    private Dictionary<string, int> series = [];
    private IReadOnlyList<Choice<string>> dimensions = [];
    private IReadOnlyList<Choice<IndicatorType?>> types = [];
    private IndicatorFilter filter = new(null, null, null);

    private CatalogueWords Words => words;

    private FigureWords Figures => figures;

    private IStringLocalizer<IndicatorsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override Task OnInitializedAsync()
    {
        dimensions =
        [
            new(null!, tabs["Any"]),
            .. store.Current.Plan.Dimensions.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, Names.Of(d))),
            new(IndicatorFilter.NoDimension, words.Dimension(null)),
        ];
        types = [new(null, tabs["Any"]), .. Enum.GetValues<IndicatorType>().Select(t => new Choice<IndicatorType?>(t, figures.Type(t)))];
        series = store.Current.Figures.Histories.GroupBy(h => h.Series.Indicator.Code).ToDictionary(g => g.Key, g => g.Count());
        filter = IndicatorFilter.Read(Address);
        return BeginAsync(CatalogueAddress.EntryOf(Address));
    }

    protected override Task<IReadOnlyList<StoredIndicator>> ReadAsync() => catalogue.AllAsync(Leaving);

    protected override string KeyOf(StoredIndicator row) => row.Indicator.Code;

    protected override bool IsListed(StoredIndicator row) => filter.Holds(row.Indicator);

    protected override string AddressOf(string? key) => filter.Write(Address, key);

    private int SeriesOf(StoredIndicator row) => series.GetValueOrDefault(row.Indicator.Code);

    private Task FilterAsync(IndicatorFilter asked)
    {
        filter = asked;
        return RefilterAsync();
    }

    private Task ShowNewAsync(string code)
    {
        filter = new(null, null, null);
        return ShowAsync(code);
    }
}
