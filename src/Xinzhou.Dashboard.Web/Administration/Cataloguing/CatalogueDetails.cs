using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One entry of the catalogue beside the list, with who changed it.</summary>
/// <typeparam name="TEntry">The entry as it is stored.</typeparam>
/// <typeparam name="TEdit">What is typed.</typeparam>
public abstract class CatalogueDetails<TEntry, TEdit> : CatalogueEditor<TEdit>
    where TEntry : class
    where TEdit : CatalogueEdit
{
    /// <summary>The entry.</summary>
    [Parameter, EditorRequired]
    public required TEntry Entry { get; set; }

    /// <summary>Raised when it was changed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Raised when the administrator has done with it.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    /// <summary>Gets the focus when the entry is shown.</summary>
    protected ElementReference Heading { get; set; }

    /// <summary>Who changed it, the newest first.</summary>
    protected IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>The changes of the catalogue.</summary>
    [Inject]
    protected CatalogueHistory Changes { get; set; } = null!;

    /// <summary>The words that all pages of the catalogue have.</summary>
    [Inject]
    protected IStringLocalizer<CatalogueTabs> Tabs { get; set; } = null!;

    /// <summary>Reads the entry anew; null if it is not there any more.</summary>
    protected abstract Task<TEntry?> FindAsync();

    /// <summary>Reads who changed it.</summary>
    protected abstract Task<IReadOnlyList<HistoryEntry>> ReadHistoryAsync();

    protected override Task OnInitializedAsync() => GuardAsync(async () => History = await ReadHistoryAsync());

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // First: who is in a field by the time the draft is there stays in it.
            await Heading.FocusAsync();
            await RestoreAsync();
            StateHasChanged();
        }
    }

    /// <summary>Reads everything anew and tells of the change.</summary>
    protected async Task ReloadAsync()
    {
        Entry = await FindAsync() ?? Entry;
        History = await ReadHistoryAsync();
        await OnChanged.InvokeAsync();
    }
}
