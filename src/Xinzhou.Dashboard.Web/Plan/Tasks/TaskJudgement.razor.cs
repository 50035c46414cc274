using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Tasks;

/// <summary>What the inspection office judges of a task.</summary>
public sealed partial class TaskJudgement(TaskJudgements judgements, JudgementWords judgementWords, Toasts toasts, IStringLocalizer<TaskJudgement> text)
{
    private IReadOnlyList<Choice<Confidence?>> choices = [];
    private Judgement? judged;
    private Confidence? confidence;
    private string? reason;
    private bool isMissing;

    /// <summary>Whether the reader may judge.</summary>
    [Parameter, EditorRequired]
    public required bool MayJudge { get; set; }

    private IStringLocalizer<TaskJudgement> Text => text;

    private JudgementWords JudgementWords => judgementWords;

    private string? Differs => judged is not null && Now.Lights.Task(Task.Number) is { } light ? judgementWords.Differs(judged.DiffersFrom(light.Colour)) : null;

    protected override void OnParametersSet()
    {
        choices = [.. Enum.GetValues<Confidence>().Select(c => new Choice<Confidence?>(c, judgementWords.Confidence(c)))];
        judged = Judgement.Standing(Now.Snapshot.Judgements, Now.Moment).GetValueOrDefault(Task.Number);
    }

    private async Task JudgeAsync()
    {
        BeginAnew();
        isMissing = confidence is null;
        if (confidence is not { } sure || await ActorAsync(Right.RunSupervision) is not { } user) return;
        var (seen, why) = (judged?.Id, reason);
        Refusal = await judgements.JudgeAsync(Task.Number, sure, why, seen, user.ToActor(), CancellationToken.None);
        if (Refusal is null || IsOutdated) await UntilAsync(now => now.Snapshot.Judgements.LastOrDefault(j => j.Task == Task.Number)?.Id != seen);
        if (Refusal is not null) return;
        // What was put in since stays.
        if ((confidence, reason) == (sure, why)) (confidence, reason) = (null, null);
        toasts.Say(Words.Saved);
    }
}
