using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>交账: how all milestones stand and were reviewed, and all reviews.</summary>
public sealed partial class ReviewsPage(
    SnapshotStore store,
    TimeProvider time,
    ReviewPreparing preparing,
    NavigationManager navigation,
    Address address,
    ReviewText words,
    IStringLocalizer<ReviewsPage> text)
{
    private const int QuartersOffered = 5;

    private ReviewBook book = ReviewBook.Empty;
    private CityPlan plan = CityPlan.Empty;
    private LightBoard lights = null!;
    private DateOnly today;
    private bool mayPrepare;
    private string? refused;

    [SupplyParameterFromForm(FormName = "prepare")]
    private PrepareForm? Form { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private ReviewText Words => words;

    private IStringLocalizer<ReviewsPage> Text => text;

    protected override void OnInitialized()
    {
        var (snapshot, now) = (store.Current, time.GetUtcNow());
        (book, plan, lights, today) = (snapshot.Reviews, snapshot.PlanAt(new(now)), snapshot.LightsAt(new(now)), Shanghai.DayOf(now));
        mayPrepare = CurrentUser.Of(Http?.User) is { } user && ReviewRules.MayPrepare(user.ToActor());
    }

    /// <summary>What has begun: milestones of years that have, the latest first, and the last quarters.</summary>
    private IEnumerable<ReviewSubject> Subjects()
    {
        foreach (var milestone in plan.Milestones.Where(m => m.Year <= today.Year).Reverse()) yield return ReviewSubject.Milestone(milestone.Year);
        var quarter = Quarter.Of(today);
        for (var i = 0; i < QuartersOffered; i++, quarter = quarter.Previous) yield return ReviewSubject.Of(quarter);
    }

    private string SealLabel(Dimension dimension, (SealedVerdict Verdict, ReviewSeal Seal)? signed) => text[
        "Seal",
        ReviewText.Dimension(dimension),
        signed is { } one ? $"{ReviewText.Verdict(one.Verdict.Entry.Verdict)} · {ReviewText.Decision(one.Verdict.Entry.Decision)}" : text["Unsigned"].Value];

    private async Task PrepareAsync()
    {
        if (CurrentUser.Of(Http!.User) is not { } caller) return;
        var outcome = ReviewSubject.Parse(Form?.Subject) is { } subject
            ? await preparing.PrepareAsync(subject, Form?.HeldOn, caller.ToActor(), CancellationToken.None)
            : new(ChangeRefusal.Faulty, [new(ReviewReason.UnknownSubject)], 0);
        refused = words.Of(outcome, plan);
        if (refused is not null) return;
        await store.UntilAsync(s => s.Reviews.Find(outcome.Review) is not null, time);
        navigation.NavigateTo(address.To($"/reviews/{outcome.Review}", ("done", "prepared")));
    }
}
