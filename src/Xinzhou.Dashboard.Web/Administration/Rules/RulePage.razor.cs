using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Rules;

/// <summary>One validation rule, or a new one: what it says, how often it would fire, and what it said before.</summary>
public sealed partial class RulePage(
    ValidationRules rules,
    RuleTrials trials,
    SnapshotStore store,
    NavigationManager navigation,
    Drafts drafts,
    Address address,
    RuleWords words,
    IStringLocalizer<RulePage> text)
{
    private StoredRule? rule;
    private RuleKind kind = RuleKinds.Unknown;
    private RuleForm? form;
    private IReadOnlyList<Choice<Severity>> levels = [];
    private DateTimeOffset? draftOf;
    private ChangeRefusal? refusal;
    private ChangeRefusal? endRefusal;
    private IReadOnlyList<RuleFault> faults = [];
    private RuleTrialResult? trial;
    private RuleForm? askedAbout;
    private object? running;
    private bool looked;
    private bool trying;
    private bool isDiscarded;
    private bool ending;
    private string? done;

    /// <summary>The code of the rule; null for a new one.</summary>
    [Parameter]
    public string? Code { get; set; }

    private Address Address => address;

    private RuleWords Words => words;

    private IStringLocalizer<RulePage> Text => text;

    private string DraftName => rule is null ? $"rule/new/{kind.Code}" : $"rule/{rule.Code}";

    protected override async Task OnInitializedAsync()
    {
        levels = [.. Enum.GetValues<Severity>().Select(s => new Choice<Severity>(s, words.LevelChoice(s)))];
        done = address.Get("done") == "saved" ? "Saved" : null;
        if (Code is null)
        {
            kind = RuleKinds.Find(address.Get("type")) ?? RuleKinds.All[0];
            form = RuleForm.New(kind);
            return;
        }

        if (await GuardAsync(ReloadAsync) && rule is null)
        {
            navigation.NotFound();
        }

        if (rule is not null)
        {
            kind = rule.Definition.Kind;
            form = RuleForm.Of(rule.Code, rule.Definition, rule.Latest.Number);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The rule may come only after the first drawing.
        if (looked || form is null)
        {
            return;
        }

        looked = true;
        if (await drafts.FindAsync<RuleForm>(DraftName) is { } draft)
        {
            (form, draftOf) = (draft.Value, draft.SavedAt);
            StateHasChanged();
        }
    }

    private async Task ReloadAsync() => rule = await rules.FindAsync(Code!, Leaving);

    private Task EditAsync(Func<RuleForm, RuleForm> typed)
    {
        (form, done, isDiscarded) = (typed(form!), null, false);
        // Nobody waits for it: what comes of the change comes at once.
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, form));
        return Task.CompletedTask;
    }

    private async Task DiscardAsync()
    {
        form = rule is null ? RuleForm.New(kind) : RuleForm.Of(rule.Code, rule.Definition, rule.Latest.Number);
        (draftOf, refusal, faults, isDiscarded) = (null, null, [], true);
        await drafts.DropAsync(DraftName);
    }

    private async Task TryAsync()
    {
        (refusal, done) = (null, null);
        if (form is null || await ActorAsync(Right.KeepCatalogue) is null)
        {
            return;
        }

        // To try it, a new rule need not have its code yet.
        var definition = form.Definition(kind);
        faults = RuleCheck.Faults(form.Code.Length == 0 ? "trial" : form.Code, definition, store.Current.Catalogue);
        trial = null;
        if (faults.Count > 0)
        {
            return;
        }

        await RunTrialAsync(form, definition);
    }

    /// <summary>Of several trials the last one's result is shown; each is told what came of its own.</summary>
    private async Task<RuleTrialResult?> RunTrialAsync(RuleForm asked, RuleDefinition definition)
    {
        var mine = running = new();
        trying = true;
        StateHasChanged();
        try
        {
            var found = await trials.RunAsync(asked.Code, definition, Leaving);
            if (ReferenceEquals(running, mine)) trial = found;
            return found;
        }
        finally
        {
            if (ReferenceEquals(running, mine)) trying = false;
        }
    }

    // A rule that half of history breaks is saved by a second press only, with what the trial found in sight.
    private async Task<bool> IsMeantAsync(RuleForm asked)
    {
        var definition = asked.Definition(kind);
        if (ReferenceEquals(asked, askedAbout) || RuleCheck.Faults(asked.Code, definition, store.Current.Catalogue).Count > 0)
        {
            // Faults are told by the command, all at once.
            return true;
        }

        if ((await RunTrialAsync(asked, definition))?.Published is not { FiresOnHalf: true })
        {
            return true;
        }

        askedAbout = asked;
        return false;
    }

    private async Task SaveAsync()
    {
        (refusal, faults, done) = (null, [], null);
        // What was pressed for is saved, not what is typed while it is tried.
        if (form is not { } typed || await ActorAsync(Right.KeepCatalogue) is not { } user || !await IsMeantAsync(typed))
        {
            return;
        }

        var outcome = await rules.SaveAsync(typed.Code, typed.Definition(kind), typed.Seen, typed.Reason, user.ToActor(), CancellationToken.None);
        (refusal, faults) = (outcome.Refusal, outcome.Faults);
        if (refusal == ChangeRefusal.Stale)
        {
            // What the other saved stands in the history now; to save once more is then deliberate.
            await ReloadAsync();
            form = form with { Seen = rule?.Latest.Number };
        }

        if (refusal is not null)
        {
            return;
        }

        await drafts.DropAsync(DraftName);
        if (rule is null)
        {
            navigation.NavigateTo(address.To($"/admin/rules/{typed.Code}", ("done", "saved")), forceLoad: true);
            return;
        }

        (draftOf, trial) = (null, null);
        await ReloadAsync();
        if (ReferenceEquals(form, typed) || isDiscarded)
        {
            (form, done) = (RuleForm.Of(rule.Code, rule.Definition, rule.Latest.Number), "Saved");
            return;
        }

        // What was typed since stays, upon what was saved.
        (form, done) = (form with { Seen = rule.Latest.Number }, "Saved");
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, form));
    }

    private void Ending(bool open) => (ending, endRefusal) = (open, null);

    private async Task EndAsync(string reason)
    {
        if (rule is null || await ActorAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var outcome = await rules.TakeOutAsync(rule.Code, form!.Seen ?? 0, reason, user.ToActor(), CancellationToken.None);
        endRefusal = outcome.Refusal;
        await ReloadAsync();
        form = form with { Seen = rule?.Latest.Number };
        if (endRefusal is null)
        {
            (ending, done) = (false, "EndDone");
        }
    }
}
