using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One indicator beside the list.</summary>
public sealed partial class IndicatorDetails(
    IndicatorCatalogue catalogue, CatalogueHistory changes, Address address, IStringLocalizer<IndicatorFields> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private ElementReference heading;
    private IReadOnlyList<HistoryEntry> history = [];

    /// <summary>The indicator.</summary>
    [Parameter, EditorRequired]
    public required StoredIndicator Entry { get; set; }

    /// <summary>How many series there are of it.</summary>
    [Parameter]
    public int Series { get; set; }

    /// <summary>Raised when it was changed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Raised when the administrator has done with it.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override string DraftName => $"indicator/{Entry.Indicator.Code}";

    private Address Address => address;

    private IStringLocalizer<IndicatorFields> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override IndicatorEdit Begin() => IndicatorEdit.Of(Entry);

    protected override bool IsOfField(CatalogueFault fault) => IndicatorFields.Says(fault);

    protected override Task OnInitializedAsync() => GuardAsync(ReadHistoryAsync);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await RestoreAsync();
            StateHasChanged();
            await heading.FocusAsync();
        }
    }

    private Task<bool> SaveAsync() => SaveAsync(
        (edit, actor) => catalogue.SaveAsync(edit.Indicator(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });

    private async Task ReloadAsync()
    {
        Entry = await catalogue.FindAsync(Entry.Indicator.Code, Leaving) ?? Entry;
        await ReadHistoryAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task ReadHistoryAsync() => history = Words.History(await changes.OfIndicatorAsync(Entry.Indicator.Code, Leaving));
}
