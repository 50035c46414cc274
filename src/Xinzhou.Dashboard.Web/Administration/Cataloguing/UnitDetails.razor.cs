using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One statistical unit beside the list.</summary>
public sealed partial class UnitDetails(
    UnitCatalogue catalogue, CatalogueHistory changes, IStringLocalizer<UnitsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private ElementReference heading;
    private IReadOnlyList<HistoryEntry> history = [];

    /// <summary>The unit.</summary>
    [Parameter, EditorRequired]
    public required StoredUnit Entry { get; set; }

    /// <summary>Raised when it was changed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Raised when the administrator has done with it.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override string DraftName => $"unit/{Entry.Unit.Code}";

    private IStringLocalizer<UnitsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override UnitEdit Begin() => UnitEdit.Of(Entry);

    protected override bool IsOfField(CatalogueFault fault) => fault.Reason is CatalogueFaultReason.BadAlias or CatalogueFaultReason.NameInUse;

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
        (edit, actor) => catalogue.SetAliasesAsync(Entry.Unit.Code, edit.Names(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });

    private async Task ReloadAsync()
    {
        Entry = await catalogue.FindAsync(Entry.Unit.Code, Leaving) ?? Entry;
        await ReadHistoryAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task ReadHistoryAsync() => history = Words.History(await changes.OfUnitAsync(Entry.Unit.Code, Leaving));
}
