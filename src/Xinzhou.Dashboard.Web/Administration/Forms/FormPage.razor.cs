using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>One form, or a new one: who reports it, and its rows in order.</summary>
public sealed partial class FormPage(
    FormCatalogue catalogue,
    SnapshotStore store,
    Caller caller,
    NavigationManager navigation,
    Address address,
    FormWords words,
    FigureWords figures,
    IStringLocalizer<FormPage> text)
{
    private ReturnForm? held;
    private FormEdit? edit;
    private IReadOnlyList<FormVersion> history = [];
    private IReadOnlyList<FormFault> faults = [];
    private ChangeRefusal? refusal;
    private bool unsaved;
    private bool broken;

    /// <summary>The code of the form; null for a new one.</summary>
    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private int inUse => history.Sum(v => v.Returns);

    private Address Address => address;

    private SnapshotStore Store => store;

    private FormWords Words => words;

    private FigureWords Figures => figures;

    private IStringLocalizer<FormPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (Code is null)
        {
            edit = new();
            return;
        }

        await LoadAsync();
        if (held is null)
        {
            navigation.NotFound();
            return;
        }

        edit = FormEdit.Of(held);
    }

    private async Task LoadAsync()
    {
        held = await catalogue.FindAsync(Code!, Http!.RequestAborted);
        history = held is null ? [] : await catalogue.HistoryAsync(held.Code, Http.RequestAborted);
    }

    private async Task SubmitAsync()
    {
        if (Http is null || edit is null || await caller.FindAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
        var act = sent["act"].ToString();
        edit = FormEdit.Read(sent).After(act, sent, store.Current.Catalogue);
        if (held is not null) edit = edit with { Code = held.Code };
        unsaved = true;
        if (act != "save")
        {
            return;
        }

        try
        {
            var outcome = await catalogue.SaveAsync(edit.ToForm(store.Current.Catalogue), edit.Seen, edit.Reason, user.ToActor(), CancellationToken.None);
            if (outcome.Refusal is null)
            {
                navigation.NavigateTo(address.To($"/admin/forms/{edit.Code}", ("done", "saved")));
                return;
            }

            (refusal, faults) = (outcome.Refusal, outcome.Faults);
            if (refusal == ChangeRefusal.Stale) await LoadAsync();
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            broken = true;
        }
    }
}
