using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>The lights of a task, where a leader or a supervisor decides in place of the rules.</summary>
public sealed partial class TaskLights(LightOverrides overrides, LightWords lightWords, Toasts toasts, IStringLocalizer<TaskLights> text)
{
    private IReadOnlyList<Domain.Progress.Light> lights = [];
    private IReadOnlyList<Choice<LightColour?>> colours = [];
    private Domain.Progress.Light? asked;
    private bool isLifting;
    private long? seen;
    private LightColour? colour;
    private DateOnly? until;
    private string? reason;
    private bool isColourMissing;
    private bool isUntilMissing;
    private IReadOnlyList<LightFault> lightFaults = [];

    /// <summary>Raised when something was decided.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnSaved { get; set; }

    private IStringLocalizer<TaskLights> Text => text;

    private LightWords LightWords => lightWords;

    private string? RefusedOf => lightFaults.Count > 0 ? string.Join(' ', lightFaults.Select(Words.Fault))
        : IsOutdated ? text["Outdated"]
        : Refused;

    protected override void OnParametersSet()
    {
        colours = [.. Enum.GetValues<LightColour>().Select(c => new Choice<LightColour?>(c, lightWords.Colour(c)))];
        lights =
        [
            .. new[] { Now.Lights.Task(Task.Number) }.OfType<Domain.Progress.Light>(),
            .. Task.WorkItems.Select(i => Now.Lights.Item(Task.Number, i.Number)).OfType<Domain.Progress.Light>(),
            .. Now.Lights.TargetsOf(Task.Number).Select(t => t.Light),
        ];
        if (asked is not null) asked = Now.Lights.Find(asked.Subject);
    }

    private static string IdOf(LightSubject subject) => $"light-{subject.ToString().Replace('/', '-')}";

    private void Ask(Domain.Progress.Light light)
    {
        Begin(light, lifting: false);
        (colour, until, reason) = (light.Override?.Colour, light.Override?.Until, light.Override?.Reason);
    }

    private void AskLift(Domain.Progress.Light light) => Begin(light, lifting: true);

    private void Begin(Domain.Progress.Light light, bool lifting)
    {
        BeginAnew();
        (asked, isLifting, seen, lightFaults, isColourMissing, isUntilMissing) = (light, lifting, Now.Seen(light.Subject), [], false, false);
    }

    private void Close() => asked = null;

    private Task SetAsync()
    {
        (isColourMissing, isUntilMissing) = (colour is null, until is null);
        return asked is { } light && colour is { } decided && until is { } end
            ? DecideAsync(light.Subject, actor => overrides.SetAsync(light.Subject, decided, end, seen, reason, actor, CancellationToken.None))
            : System.Threading.Tasks.Task.CompletedTask;
    }

    private Task LiftAsync(string why) => asked is { } light
        ? DecideAsync(light.Subject, actor => overrides.LiftAsync(light.Subject, seen ?? 0, why, actor, CancellationToken.None))
        : System.Threading.Tasks.Task.CompletedTask;

    private async Task DecideAsync(LightSubject subject, Func<Actor, Task<ChangeOutcome<LightFault>>> decide)
    {
        BeginAnew();
        lightFaults = [];
        // Both who keeps the plan and who sets the targets may; the command asks which he is.
        if (await ActorAsync(Right.Read) is not { } user) return;
        var before = seen;
        var outcome = await decide(user.ToActor());
        (Refusal, lightFaults) = (outcome.Refusal, outcome.Faults);
        if (Refusal is null || IsOutdated) await UntilAsync(now => now.Seen(subject) != before);
        if (Refusal is null)
        {
            // Who has opened another meanwhile keeps that.
            if (asked?.Subject == subject) asked = null;
            toasts.Say(Words.Saved);
        }
        else if (IsOutdated && asked?.Subject == subject)
        {
            seen = PlanNow.Of(Store, Time).Seen(subject);
        }

        await OnSaved.InvokeAsync();
    }
}
