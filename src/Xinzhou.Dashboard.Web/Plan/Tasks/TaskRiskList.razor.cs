using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>What a task may fail by, kept by the inspection office.</summary>
public sealed partial class TaskRiskList(TaskRisks store, JudgementWords judgementWords, Toasts toasts, IStringLocalizer<TaskRiskList> text)
{
    private IReadOnlyList<TaskRisk> risks = [];
    private IReadOnlyList<Choice<RiskKind>> kinds = [];
    private IReadOnlyList<Choice<RiskLikelihood?>> likelihoods = [];
    private IReadOnlyList<Choice<RiskEffect>> effects = [];
    private IReadOnlyList<Choice<int?>> tasks = [];
    private IReadOnlyList<Choice<string>> units = [];
    private IReadOnlyList<RiskFault> faults = [];
    private TaskRisk? asked;
    private bool isOpen;
    private object opening = new();
    private RiskKind kind;
    private string? what;
    private RiskLikelihood? likelihood;
    private RiskEffect effect;
    private int? onTask;
    private string? owner;
    private string? person;
    private string? measureText;
    private bool isClosed;

    /// <summary>Whether the reader may take something down.</summary>
    [Parameter, EditorRequired]
    public required bool MayEdit { get; set; }

    private IStringLocalizer<TaskRiskList> Text => text;

    private JudgementWords JudgementWords => judgementWords;

    protected override void OnParametersSet()
    {
        risks = [.. TaskRisk.Standing(Now.Snapshot.Risks, Now.Moment).Where(r => r.Task == Task.Number)];
        kinds = [.. Enum.GetValues<RiskKind>().Select(k => new Choice<RiskKind>(k, judgementWords.Kind(k)))];
        likelihoods = [.. Enum.GetValues<RiskLikelihood>().Select(l => new Choice<RiskLikelihood?>(l, judgementWords.Likelihood(l)))];
        effects = [.. Enum.GetValues<RiskEffect>().Select(e => new Choice<RiskEffect>(e, judgementWords.Effect(e)))];
        tasks = [new(null, text["Outside"]), .. Now.Plan.Tasks.Where(t => t.Number != Task.Number).OrderBy(t => t.Number).Select(t => new Choice<int?>(t.Number, $"{t.Number} {t.Title}"))];
        units = [new(null!, text["Nobody"]), .. Now.Plan.Departments.OrderBy(d => d.Order).Select(d => new Choice<string>(d.Code, d.Name))];
    }

    private void Ask(TaskRisk? risk)
    {
        BeginAnew();
        opening = new();
        (asked, isOpen, faults) = (risk, true, []);
        var entry = risk?.Entry;
        (kind, what, likelihood, effect) = (entry?.Kind ?? RiskKind.Risk, entry?.What, entry?.Likelihood, entry?.Effect ?? RiskEffect.Serious);
        (onTask, owner, person, measureText, isClosed) = (entry?.OnTask, entry?.Owner, entry?.Person, entry?.Measure, entry?.IsClosed ?? false);
    }

    private void Close() => (isOpen, asked) = (false, null);

    private async Task SaveRiskAsync()
    {
        BeginAnew();
        faults = [];
        if (await ActorAsync(Right.RunSupervision) is not { } user) return;
        var (mine, which, seen) = (opening, asked?.Risk, asked?.Id);
        var last = Now.Snapshot.Risks is [.., var newest] ? newest.Id : 0;
        var outcome = await store.SaveAsync(
            Task.Number,
            which,
            new()
            {
                Kind = kind,
                What = what ?? "",
                Likelihood = kind == RiskKind.Risk ? likelihood : null,
                Effect = effect,
                OnTask = kind == RiskKind.Dependency ? onTask : null,
                Owner = owner,
                Person = person,
                Measure = measureText,
                IsClosed = isClosed,
            },
            seen,
            user.ToActor(),
            CancellationToken.None);
        (Refusal, faults) = (outcome.Refusal, outcome.Faults);
        if (Refusal is null || IsOutdated) await UntilAsync(now => now.Snapshot.Risks is [.., var held] && held.Id > last);
        if (Refusal is not null) return;
        // Who has opened another meanwhile keeps that.
        if (ReferenceEquals(opening, mine)) Close();
        toasts.Say(Words.Saved);
    }
}
