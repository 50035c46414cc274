using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Todo;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>What a leader has before him.</summary>
public sealed partial class LeaderDesk(ChangeWords changes)
{
    private const int MaxShown = 8;

    /// <summary>From which share of green a dimension is not named.</summary>
    private const decimal FewGreen = 0.6m;

    private static readonly LightColour[] Order = [LightColour.Red, LightColour.Amber, LightColour.Blue, LightColour.Grey, LightColour.Green];

    // What folds on a phone.
    private const string DimensionsId = "dimensions";
    private const string WaitingId = "waiting";
    private const string ClocksId = "clocks";
    private const string ChangedId = "changed";

    private readonly HashSet<string> folds = [];
    private bool isSummaryOpen;
    private bool isFieldOpen;
    private DeskRow? asked;
    private DeskAct act;
    private List<Notice> open = [];

    /// <summary>What he sees.</summary>
    [Parameter, EditorRequired]
    public required DeskModel Model { get; set; }

    /// <summary>What waits for him to be approved or signed.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TodoItem> Waiting { get; set; }

    /// <summary>What changed since he looked before; null where that is not known.</summary>
    [Parameter]
    public ChangeList? Since { get; set; }

    /// <summary>Raised when he chooses another field.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<IReadOnlyList<string>> FieldChanged { get; set; }

    protected override void OnParametersSet() => open = [.. Model.OpenNotices];

    /// <summary>The dimensions of his field in words; all where he has chosen none.</summary>
    private string FieldInWords => Model.Field.Count == 0 ? Text["AllFields"]
        : string.Join(Text["And"].Value, Model.Dimensions.Select(d => Languages.IsEnglish ? d.NameEn ?? d.Name : d.Name));

    private bool IsOpen(string panel) => folds.Contains(panel);

    private string FoldOf(string panel, string? columns = null) => $"{FoldButton.ClassOf(IsOpen(panel))} {columns}".TrimEnd();

    private void Fold(string panel, bool open)
    {
        if (open) folds.Add(panel);
        else folds.Remove(panel);
    }

    private void Decide((DeskRow Row, DeskAct Act) of) => (asked, act) = (of.Row, of.Act);

    private Task ToggleAsync(string dimension, bool isChosen) => FieldChanged.InvokeAsync(
        isChosen ? [.. Model.Field, dimension] : [.. Model.Field.Where(d => d != dimension)]);

    private static string TallyClass(LightColour colour) => "of-" + Domain.Code.Of(colour);

    /// <summary>All that changed since he looked before, by the clock that this list goes by.</summary>
    private string ChangesSince(ChangeList list)
    {
        var seen = Instants.Written(list.Since);
        return Address.To("/changes", ("from", seen), ("visit", seen), ("clock", AsOfReading.RecordedClock));
    }

    private IReadOnlyList<ChangeLine> Lines(ChangeList list) =>
        [.. changes.Lines(list, Model.Plan, _ => true).Where(l => l.Kind is ChangeKind.Light or ChangeKind.Notice)];

    /// <summary>What there is to know in three sentences; a sentence on nothing is not said.</summary>
    private IEnumerable<string> Sentences()
    {
        var red = Model.Rows.Where(r => r.Light.Colour == LightColour.Red && r.Task is not null).ToList();
        var targets = Model.Rows.Count(r => r.Light.Colour == LightColour.Red && r.Task is null);
        if (red.Count == 0)
        {
            yield return Text["NoRed"];
        }
        else
        {
            var units = string.Join(Text["And"].Value, red.OrderByDescending(r => r.Days).Select(r => r.Lead).OfType<string>().Distinct().Take(3).Select(Model.Plan.DepartmentName));
            yield return Text[units.Length == 0 ? "RedUnowned" : "Red", red.Count, red.Max(r => r.Days) ?? 0, units];
        }

        if (targets > 0) yield return Text["RedTargets", targets];
        var (late, claimed) = (open.Count(n => n.Overdue.Any()), open.Count(n => n.Stage is NoticeStage.Claimed or NoticeStage.Verified));
        if (late + claimed > 0) yield return Text["Notices", late, claimed];
        var behind = Model.Dimensions.Where(d => Model.CountsOf(Model.Board, d.Code).Ready < FewGreen)
            .Select(d => Languages.IsEnglish ? d.NameEn ?? d.Name : d.Name).ToList();
        if (behind.Count > 0) yield return Text["Behind", string.Join(Text["And"].Value, behind)];
    }
}
