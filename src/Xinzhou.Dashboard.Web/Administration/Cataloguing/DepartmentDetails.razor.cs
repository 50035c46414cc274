using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>One department beside the list.</summary>
public sealed partial class DepartmentDetails(
    DepartmentCatalogue catalogue, CatalogueHistory changes, IStringLocalizer<DepartmentsPage> text, IStringLocalizer<CatalogueTabs> tabs)
{
    private ElementReference heading;
    private IReadOnlyList<HistoryEntry> history = [];

    /// <summary>The department.</summary>
    [Parameter, EditorRequired]
    public required StoredDepartment Entry { get; set; }

    /// <summary>Raised when it was changed.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    /// <summary>Raised when the administrator has done with it.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override string DraftName => $"department/{Entry.Department.Code}";

    private IStringLocalizer<DepartmentsPage> Text => text;

    private IStringLocalizer<CatalogueTabs> Tabs => tabs;

    protected override DepartmentEdit Begin() => DepartmentEdit.Of(Entry);

    protected override bool IsOfField(CatalogueFault fault) => DepartmentFields.Says(fault);

    protected override bool IsOfField(ChangeRefusal refusal) => refusal == ChangeRefusal.NameTaken;

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
        (edit, actor) => catalogue.SaveAsync(edit.Department(), edit.Seen, edit.Reason, actor, CancellationToken.None),
        ReloadAsync,
        edit => edit with { Seen = Entry.Version });

    private async Task ReloadAsync()
    {
        Entry = (await catalogue.AllAsync(Leaving)).FirstOrDefault(d => d.Department.Code == Entry.Department.Code) ?? Entry;
        await ReadHistoryAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task ReadHistoryAsync() => history = Words.History(await changes.OfDepartmentAsync(Entry.Department.Code, Leaving));
}
