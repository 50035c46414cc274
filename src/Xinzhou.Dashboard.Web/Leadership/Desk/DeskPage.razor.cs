using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Todo;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>领导桌面: what stands badly, who owes it, since when, and the decision. The inspection office has its own.</summary>
public sealed partial class DeskPage(
    SnapshotStore store,
    WorkingDays days,
    TimeProvider time,
    Caller caller,
    TodoList todo,
    Drafts drafts,
    DeskVisits visits,
    Address address,
    WorkScript script,
    IStringLocalizer<DeskPage> text)
{
    /// <summary>The parameter of the reader's field: codes of dimensions, parted by commas.</summary>
    public const string FieldName = "field";

    private const string FieldDraft = "desk/field";

    private DeskModel model = null!;
    private Actor? actor;
    private IReadOnlyList<TodoItem> waiting = [];
    private IReadOnlyList<string> field = [];
    private DateTimeOffset? before;
    private ChangeList? since;
    private int unowned;

    private Address Address => address;

    private IStringLocalizer<DeskPage> Text => text;

    private bool IsOffice => actor?.Role == Role.Supervisor;

    /// <summary>When the reader looked before, as an address has it; null where that is not known here.</summary>
    private string? SeenBefore => before is { } moment ? Instants.Written(moment) : null;

    protected override async Task OnInitializedAsync()
    {
        field = address.Get(FieldName)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        Look();
        await GuardAsync(LookForAsync);
        Look();
        // Who left meanwhile is gone already: nobody would take the handler away again.
        if (!Leaving.IsCancellationRequested) store.Changed += OnChanged;
        // A page that is only fetched is no visit.
        if (RendererInfo.IsInteractive) await VisitAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        // Which field is his is remembered where the address does not say it.
        if (address.Get(FieldName) is null && await drafts.FindAsync<string[]>(FieldDraft) is { Value.Length: > 0 } kept) field = kept.Value;
        Look();
        StateHasChanged();
    }

    protected override void Dispose(bool disposing)
    {
        store.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    // Raised on the thread that replaced the snapshot: only hands over.
    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        if (Leaving.IsCancellationRequested) return;
        await GuardAsync(LookForAsync);
        Look();
        StateHasChanged();
    });

    private void Look()
    {
        model = DeskModel.Of(store.Current, time.GetUtcNow(), days, field);
        unowned = OwnershipReport.Of(model.Plan, model.Board, model.Notices, store.Current.Accounts).Missing.Count;
        since = before is { } moment && actor is not null && !IsOffice ? ChangeList.Between(store.Current.Knowledge, moment, model.AsOf with { Clock = Clock.Recorded }, days) : null;
    }

    /// <summary>
    /// Notes that he looks, behind what stands already. Where the database is away, or keeps nothing now, the desk goes without what
    /// changed since he looked before.
    /// </summary>
    private async Task VisitAsync()
    {
        StateHasChanged();
        var said = Trouble;
        if (actor is { } reader && await GuardAsync(async () => before = await visits.LookAsync(reader.Id, Leaving))) Look();
        else Trouble = said;
    }

    private async Task LookForAsync()
    {
        var user = await caller.FindAsync(Leaving);
        actor = user is not null && (user.Has(Right.SetTargets) || user.Has(Right.RunSupervision)) ? user.ToActor() : null;
        waiting = user is null || actor is null ? [] : await todo.OfAsync(user, Leaving);
    }

    private async Task FieldAsync(IReadOnlyList<string> chosen)
    {
        field = chosen;
        Look();
        _ = GuardAndShowAsync(() => drafts.KeepAsync(FieldDraft, chosen.ToArray()));
        await script.ShowAddressAsync(address.To("/desk", (FieldName, string.Join(',', chosen))));
    }
}
