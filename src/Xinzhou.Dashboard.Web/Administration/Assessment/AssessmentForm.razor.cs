using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Assessment;

/// <summary>Enters, changes and takes away the rule of scores; what held before stays readable.</summary>
public sealed partial class AssessmentForm(
    AssessmentRules rules, SnapshotStore store, TimeProvider time, Toasts toasts, ConductWords words, IStringLocalizer<AssessmentPage> text)
{
    private AssessmentEdit edit = new();
    private AssessmentRuleVersion? held;
    private IReadOnlyList<HistoryEntry> history = [];
    private ChangeRefusal? refusal;
    private bool wrong;

    private IStringLocalizer<AssessmentPage> Text => text;

    private string? ReasonError => refusal is ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong ? RefusalText : null;

    private string? Refused => Trouble ?? (refusal is not null && ReasonError is null ? RefusalText : null);

    private string? RefusalText => refusal is { } why ? text[$"Refusal{why}", ChangeReason.MaxLength, AssessmentRule.MaxPoints, AssessmentRule.MaxDecimals].Value : null;

    protected override void OnInitialized()
    {
        Look();
        edit = AssessmentEdit.Of(held?.Rule);
    }

    private void Type(AssessmentEdit typed) => (edit, refusal, wrong) = (typed, null, false);

    private Task SaveAsync()
    {
        wrong = edit.Rule() is null;
        return wrong ? Task.CompletedTask : SetAsync(edit.Rule());
    }

    private Task WithdrawAsync() => SetAsync(null);

    private async Task SetAsync(AssessmentRule? rule)
    {
        refusal = null;
        if (await ActorAsync(Right.KeepCatalogue) is not { } user) return;
        var (seen, typed) = (held?.Id, edit);
        refusal = (await rules.SaveAsync(rule, seen, edit.Reason, user.ToActor(), CancellationToken.None)).Refusal;
        if (refusal is null or ChangeRefusal.Stale or ChangeRefusal.Taken)
        {
            await store.UntilAsync(() => store.Current.AssessmentRules is [.., var last] && last.Id != seen, time, Leaving);
            // What is typed stays, upon what holds now: to save it once more is deliberate.
            Look();
        }

        if (refusal is not null) return;
        // What was typed since stays.
        if (ReferenceEquals(edit, typed)) edit = AssessmentEdit.Of(held?.Rule);
        toasts.Say(text["Saved"]);
    }

    private void Look()
    {
        var all = store.Current.AssessmentRules;
        held = all is [.., var last] ? last : null;
        history =
        [
            .. all.Select((v, i) => new HistoryEntry(
                v.At, v.By, v.Reason, null, [new(text["Rule"], i == 0 ? "" : Said(all[i - 1]), Said(v))])).Reverse(),
        ];
    }

    private string Said(AssessmentRuleVersion version) => version.Rule is { } rule ? words.Formula(rule) : text["NoRule"];
}
