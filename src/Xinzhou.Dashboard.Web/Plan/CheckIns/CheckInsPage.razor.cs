using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>进展报送: the work items that a unit leads, each with what is to be said of it; for the inspection office those of all units.</summary>
public sealed partial class CheckInsPage(Caller caller, Drafts drafts, Address address, IStringLocalizer<CheckInsPage> text)
{
    /// <summary>A year.</summary>
    private const int QuartersShown = 4;

    private DateOnly today;
    private DateOnly dueOn;
    private Quarter quarter;
    private Quarter[] quarters = [];
    private IReadOnlyList<CheckInDuty> duties = [];
    private bool isOffice;
    private string? department;
    private CheckInKey? open;

    /// <summary>2026-Q3; the last one that is over if left out, or if it is none of the year before.</summary>
    [SupplyParameterFromQuery(Name = "quarter")]
    private string? QuarterCode { get; set; }

    private Address Address => address;

    private IStringLocalizer<CheckInsPage> Text => text;

    private string DraftName => $"check-ins/{quarter.Code}";

    protected override async Task OnInitializedAsync()
    {
        Look();
        await GuardAsync(async () =>
        {
            var user = await caller.FindAsync(Leaving);
            (isOffice, department) = (user?.Has(Right.RunSupervision) == true, user?.DepartmentCode);
        });
        Look();
    }

    protected override void OnParametersSet() => Look();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What was open when the circuit was lost is open again, with what was typed in it.
        if (!firstRender || isOffice || await drafts.FindAsync<string>(DraftName) is not { } draft || open is not null) return;
        open = duties.Select(d => (CheckInKey?)d.Key).FirstOrDefault(k => k?.ToString() == draft.Value);
        StateHasChanged();
    }

    protected override void ShowNow()
    {
        today = Shanghai.DayOf(Now.Moment.Moment);
        var last = CheckInDuties.LastEnded(today);
        quarters = new Quarter[QuartersShown];
        for (var i = QuartersShown; i-- > 0; last = last.Previous) quarters[i] = last;
        quarter = Quarter.Parse(QuarterCode) is { } asked && quarters.Contains(asked) ? asked : quarters[^1];
        var settings = Now.Snapshot.LightSettings.At(Now.Moment);
        dueOn = CheckInDuties.DueOn(quarter, settings);
        duties =
        [
            .. CheckInDuties.Of(Now.Book, Now.Snapshot.CheckIns, quarter, settings, Now.Moment.Moment).Where(d => isOffice || d.Department == department),
        ];
    }

    private IReadOnlyList<CheckInDuty> Of(CheckInState state) =>
        [.. duties.Where(d => d.State == state).OrderBy(d => d.Latest?.SentAt)];

    private string TitleOf(int task) => text["Task", task, Now.Plan.Task(task)?.Title ?? ""];

    private static string ActOf(CheckInDuty duty) => duty.State switch
    {
        CheckInState.Open => "Enter",
        CheckInState.SentBack => "Mend",
        _ => "Replace",
    };

    // Who has opened another meanwhile keeps that.
    private Task ClosedAsync(CheckInKey key) => open == key ? OpenAsync(null) : Task.CompletedTask;

    private async Task OpenAsync(CheckInKey? key)
    {
        Look();
        open = key;
        if (key is not { } which) await drafts.DropAsync(DraftName);
        else _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, which.ToString()));
    }
}
