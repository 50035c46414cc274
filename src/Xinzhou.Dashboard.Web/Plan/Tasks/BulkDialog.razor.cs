using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>Several lines in hand at once.</summary>
public sealed partial class BulkDialog(IStringLocalizer<BulkDialog> text)
{
    private const int MaxShown = 50;
    private const int MaxDays = 36_500;

    private Dictionary<string, long?> seen = [];
    private BulkKind kind;
    private Department? lead;
    private string? due;
    private string? days;
    private string? reason;
    private string? error;
    private bool isEmpty;
    private bool wasOpen;
    private IReadOnlyList<Choice<BulkKind>> kinds = [];
    private IReadOnlyList<Department> departments = [];
    private IReadOnlyList<(PlanLine Line, PlanStatement Said)> changes = [];

    /// <summary>Whether it is open.</summary>
    [Parameter]
    public bool Open { get; set; }

    /// <summary>Raised when it is closed.</summary>
    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    /// <summary>What is selected.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<PlanLine> Lines { get; set; }

    /// <summary>The plan that it stands in.</summary>
    [Parameter, EditorRequired]
    public required PlanNow Now { get; set; }

    /// <summary>Raised when it was saved.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private IStringLocalizer<BulkDialog> Text => text;

    private string? Problem =>
        Faults.Count > 0 ? string.Join(' ', Faults.Select(f => text["FaultOf", Lines.FirstOrDefault(l => l.Subject == f.Subject)?.Number ?? f.Subject, Words.Fault(f)].Value))
        : IsOutdated ? text["Outdated"]
        : isEmpty ? text["NothingChanges"]
        : Refused;

    protected override void OnParametersSet()
    {
        if (Open && !wasOpen)
        {
            BeginAnew();
            departments = [.. Now.Departments];
            // Tasks have no deadline of their own.
            kinds = [.. Enum.GetValues<BulkKind>().Where(k => k == BulkKind.Lead || Lines.Any(l => l.Item is not null)).Select(k => new Choice<BulkKind>(k, text[$"Kind{k}"]))];
            (kind, lead, due, days, reason, error, isEmpty) = (kinds[^1].Value, null, null, null, null, null, false);
            if (kinds.Count > 1) kind = BulkKind.Due;
            seen = Lines.ToDictionary(l => l.Subject, l => Now.Seen(l.Subject));
        }

        wasOpen = Open;
        if (Open) Compute();
    }

    private void Change(Action change)
    {
        change();
        isEmpty = false;
        BeginAnew();
        Compute();
    }

    private void Compute()
    {
        error = null;
        var asked = Asked();
        changes = asked is null ? [] : [.. Lines.Select(l => (l, asked.Of(l))).Where(c => c.Item2 is not null).Select(c => (c.l, c.Item2!))];
    }

    private BulkChange? Asked()
    {
        switch (kind)
        {
            case BulkKind.Lead:
                return lead is null ? null : new(kind, Lead: lead.Code);
            case BulkKind.Due:
                if (string.IsNullOrWhiteSpace(due)) return null;
                var day = PlanRaw.Day(due, isStart: false, out var fault);
                error = fault?.Sentence();
                return fault is null ? new(kind, Due: day) : null;
            default:
                if (string.IsNullOrWhiteSpace(days)) return null;
                var typed = days.Trim().Replace('−', '-');
                if (int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs((long)number) <= MaxDays) return new(kind, Days: number);
                error = text["NotDays", MaxDays];
                return null;
        }
    }

    private async Task CloseAsync(bool open)
    {
        wasOpen = false;
        await OpenChanged.InvokeAsync(open);
    }

    private async Task SaveAsync()
    {
        BeginAnew();
        isEmpty = changes.Count == 0;
        if (isEmpty) return;
        if (await SaveAsync([.. changes.Select(c => new PlanEdit(c.Said, seen.GetValueOrDefault(c.Line.Subject)))], reason))
        {
            await CloseAsync(false);
            await OnSaved.InvokeAsync();
        }
        else if (IsOutdated)
        {
            // What holds now stands in the preview; to save once more is then deliberate.
            var now = PlanNow.Of(Store, Time);
            seen = Lines.ToDictionary(l => l.Subject, l => now.Seen(l.Subject));
        }
    }
}
