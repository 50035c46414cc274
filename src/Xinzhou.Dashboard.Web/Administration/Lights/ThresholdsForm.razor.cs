using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Lights;

/// <summary>Changes the thresholds of lights: what would turn is shown before it is saved, what held before stays readable.</summary>
public sealed partial class ThresholdsForm(
    LightSettingsStore settings, SnapshotStore store, TimeProvider time, Drafts drafts, Toasts toasts, ThresholdWords words, LightWords lightWords, IStringLocalizer<ThresholdsPage> text)
{
    private const string DraftName = "thresholds";
    private const int MaxTurning = 12;

    private static readonly (string Key, Threshold[] Fields)[] Groups =
    [
        ("Progress", [Threshold.Amber, Threshold.Red]), ("Growth", [Threshold.GrowthGreen, Threshold.GrowthRed]), ("Deadlines", [Threshold.DueSoonDays, Threshold.ReportDays]),
    ];

    private static readonly LightColour[] Colours = [LightColour.Red, LightColour.Amber, LightColour.Blue, LightColour.Grey, LightColour.Green];

    private ThresholdEdit edit = new();
    private DateTimeOffset? draftOf;
    private LightSettings held = LightSettings.Default;
    private long? number;
    private IReadOnlyList<HistoryEntry> history = [];
    private IReadOnlySet<Threshold> wrong = new HashSet<Threshold>();
    private ThresholdTrial? trial;
    private ChangeRefusal? refusal;
    private IReadOnlyList<LightFault> faults = [];
    private bool isSaved;
    private bool isLoaded;
    private bool hasLooked;

    private IStringLocalizer<ThresholdsPage> Text => text;

    private string? ReasonError => refusal is ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong ? words.Refusal(refusal.Value) : null;

    private string? Refused => Trouble
        ?? (faults.Count > 0 ? words.Fault(faults[0]) : null)
        ?? (refusal is { } why and not (ChangeRefusal.Faulty or ChangeRefusal.ReasonMissing or ChangeRefusal.ReasonTooLong) ? words.Refusal(why) : null);

    protected override async Task OnInitializedAsync()
    {
        await GuardAsync(ReloadAsync);
        edit = ThresholdEdit.Of(held, number);
        isLoaded = true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What holds may come only after the first drawing.
        if (hasLooked || !isLoaded) return;
        hasLooked = true;
        if (await drafts.FindAsync<ThresholdEdit>(DraftName) is { Value.Typed.Count: > 0 } draft)
        {
            (edit, draftOf) = (draft.Value, draft.SavedAt);
            Look();
            StateHasChanged();
        }
    }

    private static string IdOf(Threshold field) => field switch
    {
        Threshold.Amber => "amber",
        Threshold.Red => "red",
        Threshold.GrowthGreen => "growth-green",
        Threshold.GrowthRed => "growth-red",
        Threshold.DueSoonDays => "due-soon",
        _ => "report-days",
    };

    private Task TypeAsync(ThresholdEdit typed)
    {
        (edit, isSaved, refusal, faults) = (typed, false, null, []);
        Look();
        _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, typed));
        return Task.CompletedTask;
    }

    // What is typed, tried against the lights of this moment.
    private void Look()
    {
        (wrong, trial) = (edit.Wrong(), null);
        if (edit.Settings() is not { } tried || tried == held) return;
        if (!tried.IsSound)
        {
            faults = [LightFault.NotSound];
            return;
        }

        var (snapshot, now) = (store.Current, new AsOf(time.GetUtcNow()));
        trial = ThresholdTrial.Of(snapshot.LightsAt(now), LightBoard.Of(snapshot.PlanAt(now), snapshot.Figures.At(now), tried, snapshot.LightOverrides, now));
    }

    private async Task DiscardAsync()
    {
        Begin();
        await drafts.DropAsync(DraftName);
    }

    private void Begin()
    {
        (edit, draftOf, refusal, faults, isSaved, trial, wrong) = (ThresholdEdit.Of(held, number), null, null, [], false, null, new HashSet<Threshold>());
    }

    private async Task SaveAsync()
    {
        (refusal, faults, isSaved, wrong) = (null, [], false, edit.Wrong());
        if (await ActorAsync(Right.KeepCatalogue) is not { } user || edit.Settings() is not { } typed) return;
        var (entered, begun) = (edit, held);
        var outcome = await settings.SaveAsync(typed, edit.Seen, edit.Reason, user.ToActor(), CancellationToken.None);
        (refusal, faults) = (outcome.Refusal, outcome.Faults);
        if (refusal is ChangeRefusal.Stale or ChangeRefusal.Taken)
        {
            // What is typed stays, upon what holds now: to save it once more is deliberate.
            await ReloadAsync();
            edit = edit.Over(begun, held, number);
            _ = GuardAndShowAsync(() => drafts.KeepAsync(DraftName, edit));
        }

        if (refusal is not null) return;
        await drafts.DropAsync(DraftName);
        await ReloadAsync();
        toasts.Say(words.Saved);
        if (ReferenceEquals(edit, entered) || edit.Typed.Count == 0)
        {
            Begin();
            isSaved = true;
            return;
        }

        // What was typed since stays, upon what was saved.
        draftOf = null;
        await TypeAsync(edit.Over(begun, held, number));
    }

    private async Task ReloadAsync()
    {
        var all = await settings.AllAsync(Leaving);
        var last = all.Count > 0 ? all[0] : null;
        (held, number) = (last?.Version.Settings ?? LightSettings.Default, last?.Number);
        history = words.History(all);
    }
}
