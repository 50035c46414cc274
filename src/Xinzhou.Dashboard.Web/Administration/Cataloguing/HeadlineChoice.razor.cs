using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>Chooses what the overview puts in front.</summary>
public sealed partial class HeadlineChoice(
    HeadlineCatalogue catalogue, CatalogueHistory changes, SnapshotStore store, IStringLocalizer<HeadlinesPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private IReadOnlyList<HeadlineIndicator> held = [];
    private IReadOnlyList<HistoryEntry> history = [];
    private string[] all = [];
    private string[] ratios = [];
    private string? added;
    private bool isLoaded;
    private bool hasLooked;

    protected override string DraftName => "headlines";

    private IStringLocalizer<HeadlinesPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    private string[] Others => [.. all.Except(Edit.Chosen.Select(c => c.Indicator))];

    protected override HeadlineEdit Begin() => HeadlineEdit.Of(held);

    protected override bool IsOfField(CatalogueFault fault) => false;

    protected override async Task OnInitializedAsync()
    {
        var indicators = store.Current.Catalogue.Indicators;
        all = [.. indicators.Select(i => i.Code)];
        ratios = [.. indicators.Where(i => i.Type == IndicatorType.Ratio).Select(i => i.Code)];
        await GuardAsync(ReloadAsync);
        BeginAnew();
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What holds may come only after the first drawing.
        if (hasLooked || !isLoaded) return;
        hasLooked = true;
        await RestoreAsync();
        StateHasChanged();
    }

    private Task ShareAsync(HeadlineIndicator of, string? share) => EditAsync(e => e with
    {
        Chosen = [.. e.Chosen.Select(c => c.Indicator == of.Indicator ? c with { Share = string.IsNullOrEmpty(share) ? null : share } : c)],
    });

    // What is moved is the row as it is now: its share may have been chosen since it was drawn.
    private Task MoveAsync(RowMove<HeadlineIndicator> move) => EditAsync(e =>
    {
        var chosen = e.Chosen.ToList();
        var from = chosen.FindIndex(c => c.Indicator == move.Item.Indicator);
        if (from < 0) return e;
        var item = chosen[from];
        chosen.RemoveAt(from);
        chosen.Insert(Math.Min(move.Place - 1, chosen.Count), item);
        return e with { Chosen = chosen };
    });

    private Task TakeOutAsync(HeadlineIndicator item) =>
        EditAsync(e => e with { Chosen = [.. e.Chosen.Where(c => c.Indicator != item.Indicator)] });

    private Task AddAsync()
    {
        var code = added;
        added = null;
        return string.IsNullOrEmpty(code) || Edit.Chosen.Any(c => c.Indicator == code)
            ? Task.CompletedTask
            : EditAsync(e => e with { Chosen = [.. e.Chosen, new(code)] });
    }

    private Task<bool> SaveAsync() => SaveAsync(
        (edit, actor) => catalogue.SetAsync(edit.Chosen, edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = held });

    private async Task ReloadAsync()
    {
        held = await catalogue.AllAsync(Leaving);
        history = Words.History(await changes.OfHeadlinesAsync(Leaving));
    }
}
