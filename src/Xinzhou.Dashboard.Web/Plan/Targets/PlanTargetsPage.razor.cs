using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>The targets with who owes them, and how far each has come.</summary>
public sealed partial class PlanTargetsPage(
    SnapshotStore store,
    TimeProvider time,
    Caller caller,
    Address address,
    WorkScript script,
    PlanWords words,
    TargetWords targetWords,
    IStringLocalizer<PlanTargetsPage> text)
{
    private const int Page = 200;

    private PlanNow now = null!;
    private TargetFilter filter = new();
    private IReadOnlyList<TargetLine> lines = [];
    private IReadOnlyList<Choice<string>> years = [];
    private IReadOnlyList<Choice<string>> owners = [];
    private IReadOnlyList<Choice<TargetState?>> states = [];
    private bool mayEdit;
    private int limit = Page;

    private Address Address => address;

    private PlanWords Words => words;

    private TargetWords TargetWords => targetWords;

    private IStringLocalizer<PlanTargetsPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        filter = TargetFilter.Of(address);
        Look();
        await GuardAsync(async () => mayEdit = await caller.FindAsync(Right.SetTargets, Leaving) is not null);
        store.Changed += OnChanged;
    }

    protected override void Dispose(bool disposing)
    {
        store.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    // Raised on the thread that replaced the snapshot: only hands over.
    private void OnChanged() => _ = InvokeAsync(() =>
    {
        if (Leaving.IsCancellationRequested) return;
        Look();
        StateHasChanged();
    });

    private void Look()
    {
        now = PlanNow.Of(store, time);
        years = [new(null!, text["All"]), .. now.Lights.Targets.Select(t => t.Year).OfType<int>().Distinct().Order().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new Choice<string>(y, y))];
        owners = [new(null!, text["All"]), .. now.Plan.Departments.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, d.Name))];
        states = [new(null, text["All"]), .. Enum.GetValues<TargetState>().Select(s => new Choice<TargetState?>(s, targetWords.State(s)))];
        lines = filter.Lines(now, targetWords);
    }

    private Task FilterAsync(TargetFilter asked)
    {
        (filter, limit) = (asked, Page);
        lines = filter.Lines(now, targetWords);
        return script.ShowAddressAsync(filter.Write(address));
    }

    private bool IsDissolved(string owner) => now.Plan.Departments.FirstOrDefault(d => d.Code == owner)?.IsDissolvedOn(now.Lights.Day) == true;
}
