using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>The targets with who owes them, and how far each has come.</summary>
public sealed partial class PlanTargetsPage(
    Caller caller,
    Address address,
    WorkScript script,
    PlanWords words,
    TargetWords targetWords,
    IStringLocalizer<PlanTargetsPage> text)
{
    private const int Page = 200;

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
    }

    protected override void ShowNow()
    {
        years = [new(null!, text["All"]), .. Now.Lights.Targets.Select(t => t.Year).OfType<int>().Distinct().Order().Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => new Choice<string>(y, y))];
        owners = DepartmentChoices(new Choice<string>(null!, text["All"]));
        states = [new(null, text["All"]), .. Enum.GetValues<TargetState>().Select(s => new Choice<TargetState?>(s, targetWords.State(s)))];
        lines = filter.Lines(Now, targetWords);
    }

    private Task FilterAsync(TargetFilter asked)
    {
        (filter, limit) = (asked, Page);
        lines = filter.Lines(Now, targetWords);
        return script.ShowAddressAsync(filter.Write(address));
    }

    private bool IsDissolved(string owner) => Now.Plan.Departments.FirstOrDefault(d => d.Code == owner)?.IsDissolvedOn(Now.Lights.Day) == true;
}
