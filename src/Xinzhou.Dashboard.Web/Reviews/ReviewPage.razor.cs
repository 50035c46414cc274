using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Account.Signing;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>One review: prepared and frozen by the inspection office, signed by leaders with a fresh second factor.</summary>
public sealed partial class ReviewPage(
    SnapshotStore store,
    TimeProvider time,
    ReviewPreparing preparing,
    ReviewMatters matters,
    ReviewSigning signing,
    SignatureProof proof,
    NavigationManager navigation,
    Address address,
    ReviewText words,
    IStringLocalizer<ReviewPage> text)
{
    private ReviewModel? model;
    private SignatureMeans means = SignatureMeans.None;
    private readonly Dictionary<string, VerdictLine> overtaken = [];
    private IReadOnlyList<VerdictEntry>? said;
    private bool mayPrepare;
    private bool maySign;
    private bool seesJudgements;
    private string? refused;

    /// <summary>The number of the review.</summary>
    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "say")]
    private VerdictForm? Said { get; set; }

    [SupplyParameterFromForm(FormName = "report")]
    private ReportForm? Report { get; set; }

    [SupplyParameterFromForm(FormName = "matter")]
    private MatterForm? Matter { get; set; }

    private Address Address => address;

    private ReviewText Words => words;

    private IStringLocalizer<ReviewPage> Text => text;

    private string Here => address.To($"/reviews/{Id}");

    /// <summary>The units that can owe something new.</summary>
    private IReadOnlyList<Department> Units => [.. model!.Plan.Departments.Where(d => !d.IsDissolvedOn(model.Today)).OrderBy(d => d.Order)];

    /// <summary>The matters of earlier reviews whose state can be noted here.</summary>
    private IReadOnlyList<ReviewMatter> Owed => [.. model!.Opening.Concat(model.Review.Matters).Where(m => m.State == MatterState.Open)];

    protected override async Task OnInitializedAsync()
    {
        model = ReviewModel.Of(store.Current, time.GetUtcNow(), Id);
        if (model is null)
        {
            navigation.NotFound();
            return;
        }

        if (CurrentUser.Of(Http?.User) is not { } caller) return;
        seesJudgements = caller.Has(Right.SeeReturns);
        (mayPrepare, maySign) = (ReviewRules.MayPrepare(caller.ToActor()), ReviewRules.MaySign(caller.ToActor()));
        if (!maySign) return;
        means = await proof.MeansOfAsync(caller);
        // The form that signs must be there to be sent.
        said = SaidVerdicts.Read(ByCode?.Said ?? ByPasskey?.Said);
    }

    private static string Kilobytes(long size) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, size / 1024)} KB");

    /// <summary>What was chosen of a dimension, be it on its way to be signed.</summary>
    private VerdictLine? LineOf(Dimension dimension) =>
        Said?.Lines?.GetValueOrDefault(dimension.Code)
        ?? (said?.FirstOrDefault(e => e.Dimension == dimension.Code) is { } entry ? LineOf(entry) : null);

    private static VerdictLine LineOf(VerdictEntry entry) => new()
    {
        Verdict = Code.Of(entry.Verdict),
        Decision = Code.Of(entry.Decision),
        Comment = entry.Comment,
        Lead = entry.Redo?.Lead,
        Grade = entry.Redo is { } redo ? Code.Of(redo.Grade) : null,
    };

    /// <summary>达成 · 认账.</summary>
    private static string SaidOf(VerdictLine line) => string.Join(" · ", new[]
    {
        Code.TryParse<ReviewVerdict>(line.Verdict, out var verdict) ? ReviewText.Verdict(verdict) : null,
        Code.TryParse<ReviewDecision>(line.Decision, out var decision) ? ReviewText.Decision(decision) : null,
    }.OfType<string>());

    /// <summary>Puts aside what is said of dimensions that are signed already, and says by whom; null where there is none.</summary>
    private string? PutAside(IEnumerable<KeyValuePair<string, VerdictLine>> lines)
    {
        var told = new List<string>();
        foreach (var (code, line) in lines)
        {
            if (model!.Plan.Dimension(code) is not { } dimension) continue;
            var signed = model.Review.Verdict(code);
            if (signed is null && !model.Book.IsAccepted(model.Review.Subject, code)) continue;
            overtaken[code] = line;
            told.Add(signed is (var verdict, var seal)
                ? text["SignedMeanwhile", ReviewText.Dimension(dimension), seal.By.Name, FigureWords.Moment(seal.At), ReviewText.Verdict(verdict.Entry.Verdict), ReviewText.Decision(verdict.Entry.Decision)]
                : words.Fault(new ReviewFault(ReviewReason.AcceptedBefore, code), model.Plan));
        }

        return told.Count == 0 ? null : string.Join(' ', told);
    }

    /// <summary>What has happened to the pack since he saw it: it was frozen anew, or others have signed.</summary>
    private string Since(string? pack)
    {
        var review = model!.Review;
        if (review.Pack is not { } frozen || review.Seals.Count == 0) return string.Join(' ', new[] { words.Changed, review.Pack is { } anew ? text["FrozenMeanwhile", anew.By.Name, FigureWords.Moment(anew.At)].Value : null }.OfType<string>());
        var seals = pack == frozen.Hash ? review.Seals : [.. review.Seals.SkipWhile(s => s.Pack != pack).Skip(1)];
        return string.Join(' ', seals.SelectMany(s => s.Verdicts.Select(v => v.Entry).Select(e => text[
            "SignedMeanwhile", model.Plan.Dimension(e.Dimension) is { } of ? ReviewText.Dimension(of) : e.Dimension, s.By.Name, FigureWords.Moment(s.At),
            ReviewText.Verdict(e.Verdict), ReviewText.Decision(e.Decision)].Value)).Prepend(words.Changed));
    }

    private async Task FreezeAsync()
    {
        var before = model!.Review.Packs.Count;
        await DoAsync(who => preparing.FreezeAsync(Id, who, CancellationToken.None), r => r.Packs.Count > before, "frozen");
    }

    private async Task NoteAsync()
    {
        var before = model!.Review.Matters.Count;
        await DoAsync(
            who => matters.NoteAsync(Id, new(Matter?.Text ?? "", Matter?.Owner ?? "", Matter?.Person, Matter?.Due), who, CancellationToken.None),
            r => r.Matters.Count > before, "noted");
    }

    private Task ReportAsync()
    {
        if (Report is not { } form || !Code.TryParse<MatterState>(form.State, out var state) || Owed.All(m => m.Id != form.Matter))
        {
            refused = words.Fault(ReviewReason.UnknownMatter, model!.Plan);
            return Task.CompletedTask;
        }

        var before = store.Current.Reviews;
        return DoAsync(who => matters.ReportAsync(form.Matter, state, form.Text, who, CancellationToken.None), _ => !ReferenceEquals(store.Current.Reviews, before), "noted");
    }

    private async Task<ReviewOutcome?> DoAsync(Func<Actor, Task<ReviewOutcome>> act, Func<PlanReview, bool> isShown, string done)
    {
        if (CurrentUser.Of(Http!.User) is not { } caller) return null;
        var outcome = await act(caller.ToActor());
        refused = words.Of(outcome, model!.Plan);
        if (refused is not null) return outcome;
        await store.UntilAsync(s => s.Reviews.Find(Id) is { } review && isShown(review), time);
        navigation.NavigateTo(address.To($"/reviews/{Id}", ("done", done)));
        return outcome;
    }

    /// <summary>What was chosen is shown once more, in words, to be signed.</summary>
    private void Say()
    {
        if (!maySign) return;
        KeyValuePair<string, VerdictLine>[] lines = [.. (Said?.Lines ?? []).Where(l => !l.Value.IsEmpty)];
        // What others have signed since he opened the page is not said once more; the rest can be signed.
        var before = PutAside(lines);
        lines = [.. lines.Where(l => !overtaken.ContainsKey(l.Key))];
        if (before is not null && lines.Length == 0)
        {
            refused = before;
            return;
        }

        var incomplete = lines.Where(l => l.Value.Entry(l.Key) is null).Select(l => new ReviewFault(ReviewReason.Incomplete, l.Key));
        VerdictEntry[] entries = [.. lines.Select(l => l.Value.Entry(l.Key)).OfType<VerdictEntry>()];
        ReviewFault[] faults = [.. incomplete, .. lines.Length > 0 && entries.Length == 0 ? [] : FaultsOf(entries)];
        refused = faults.Length > 0 ? string.Join(' ', faults.Select(f => words.Fault(f, model!.Plan)).Prepend(before).OfType<string>()) : before;
        said = faults.Length > 0 ? null : entries;
    }

    protected override async Task SignAsync(SignatureForm? form, SignatureFactor factor)
    {
        if (means.User is not { IsPersona: false } user || said is not { } entries || Http is null) return;

        // Before the code is used up: what he saw must be what he signs, and it must be such that it can be signed.
        if (MeetOthers(entries)) return;
        if (FaultsOf(entries) is { Count: > 0 } faults)
        {
            refused = string.Join(' ', faults.Select(f => words.Fault(f, model!.Plan)));
            return;
        }

        if (form?.Digest is not { } pack || pack != model!.Review.PackName)
        {
            refused = Since(form?.Digest);
            return;
        }

        refused = await proof.RefusalAsync(user, factor, form, Http);
        if (refused is not null) return;
        var before = model.Review.Seals.Count;
        var outcome = await DoAsync(who => signing.SignAsync(Id, pack, entries, factor, who, CancellationToken.None), r => r.Seals.Count > before, "signed");
        if (outcome?.Refusal != ChangeRefusal.Stale && outcome?.Faults.Any(f => f.Reason is ReviewReason.AlreadySigned or ReviewReason.AcceptedBefore) != true) return;
        // Another was quicker by a moment: the page shows what he did as soon as it is held.
        await store.UntilAsync(s => s.Reviews.Find(Id)?.PackName != pack, time);
        model = ReviewModel.Of(store.Current, time.GetUtcNow(), Id) ?? model;
        if (!MeetOthers(entries)) refused = Since(pack);
    }

    /// <summary>Puts aside what others have signed meanwhile; what is left can be signed.</summary>
    /// <returns>Whether anything was.</returns>
    private bool MeetOthers(IReadOnlyList<VerdictEntry> entries)
    {
        if (PutAside(entries.Select(e => KeyValuePair.Create(e.Dimension, LineOf(e)))) is not { } told) return false;
        refused = told;
        said = entries.Where(e => !overtaken.ContainsKey(e.Dimension)).ToArray() is { Length: > 0 } left ? left : null;
        return true;
    }

    private IReadOnlyList<ReviewFault> FaultsOf(IReadOnlyList<VerdictEntry> entries) =>
        model!.Review.Pack is null ? [ReviewReason.NotFrozen] : [.. ReviewRules.Faults(model.Book, model.Review, entries, model.Plan, model.Today)];
}
