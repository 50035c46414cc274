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
    private IReadOnlyList<VerdictEntry>? said;
    private bool mayPrepare;
    private bool maySign;
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
        ?? (said?.FirstOrDefault(e => e.Dimension == dimension.Code) is { } entry
            ? new()
            {
                Verdict = Code.Of(entry.Verdict),
                Decision = Code.Of(entry.Decision),
                Comment = entry.Comment,
                Lead = entry.Redo?.Lead,
                Grade = entry.Redo is { } redo ? Code.Of(redo.Grade) : null,
            }
            : null);

    private async Task FreezeAsync()
    {
        var before = model!.Review.Packs.Count;
        await DoAsync(who => preparing.FreezeAsync(Id, who, CancellationToken.None), r => r.Packs.Count > before, "frozen");
    }

    private Task NoteAsync()
    {
        var before = model!.Review.Matters.Count;
        return DoAsync(
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

    private async Task DoAsync(Func<Actor, Task<ReviewOutcome>> act, Func<PlanReview, bool> isShown, string done)
    {
        if (CurrentUser.Of(Http!.User) is not { } caller) return;
        refused = words.Of(await act(caller.ToActor()), model!.Plan);
        if (refused is not null) return;
        await store.UntilAsync(s => s.Reviews.Find(Id) is { } review && isShown(review), time);
        navigation.NavigateTo(address.To($"/reviews/{Id}", ("done", done)));
    }

    /// <summary>What was chosen is shown once more, in words, to be signed.</summary>
    private void Say()
    {
        if (!maySign) return;
        KeyValuePair<string, VerdictLine>[] lines = [.. (Said?.Lines ?? []).Where(l => !l.Value.IsEmpty)];
        var incomplete = lines.Where(l => l.Value.Entry(l.Key) is null).Select(l => new ReviewFault(ReviewReason.Incomplete, l.Key));
        VerdictEntry[] entries = [.. lines.Select(l => l.Value.Entry(l.Key)).OfType<VerdictEntry>()];
        ReviewFault[] faults = [.. incomplete, .. lines.Length > 0 && entries.Length == 0 ? [] : FaultsOf(entries)];
        refused = faults.Length > 0 ? string.Join(' ', faults.Select(f => words.Fault(f, model!.Plan))) : null;
        said = faults.Length > 0 ? null : entries;
    }

    protected override async Task SignAsync(SignatureForm? form, SignatureFactor factor)
    {
        if (means.User is not { IsPersona: false } user || said is not { } entries || Http is null) return;

        // Before the code is used up: what he saw must be what he signs, and it must be such that it can be signed.
        if (FaultsOf(entries) is { Count: > 0 } faults)
        {
            refused = string.Join(' ', faults.Select(f => words.Fault(f, model!.Plan)));
            return;
        }

        if (form?.Digest is not { } pack || pack != model!.Review.PackName)
        {
            refused = words.Changed;
            return;
        }

        refused = await proof.RefusalAsync(user, factor, form, Http);
        if (refused is not null) return;
        var before = model.Review.Seals.Count;
        await DoAsync(who => signing.SignAsync(Id, pack, entries, factor, who, CancellationToken.None), r => r.Seals.Count > before, "signed");
    }

    private IReadOnlyList<ReviewFault> FaultsOf(IReadOnlyList<VerdictEntry> entries) =>
        model!.Review.Pack is null ? [ReviewReason.NotFrozen] : [.. ReviewRules.Faults(model.Book, model.Review, entries, model.Plan, model.Today)];
}
