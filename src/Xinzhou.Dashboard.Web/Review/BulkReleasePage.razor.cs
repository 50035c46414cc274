using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>批量审定: names the returns that were ticked, and releases them when that is confirmed. Each is a transaction of its own.</summary>
public sealed partial class BulkReleasePage(
    ReviewList list,
    ReturnRelease release,
    Caller caller,
    NavigationManager navigation,
    Address address,
    ReviewWords words,
    IStringLocalizer<BulkReleasePage> text)
{
    private bool broken;

    [SupplyParameterFromQuery(Name = "r")]
    private string[]? Asked { get; set; }

    [SupplyParameterFromForm(FormName = "release", Name = "r")]
    private string[]? Confirmed { get; set; }

    private IReadOnlyList<ReviewItem> Ready { get; set; } = [];

    private IReadOnlyList<(ReviewItem Item, ReturnRefusal Why)> Unready { get; set; } = [];

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private ReviewWords Words => words;

    private IStringLocalizer<BulkReleasePage> Text => text;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        var picked = Picked(Asked ?? []);
        var items = (await list.FindAsync(user.ToActor(), picked.Keys))
            .Select(i => (Item: i, Why: WhyNot(i, picked[i.Summary.Id]))).ToArray();
        Ready = [.. items.Where(i => i.Why is null).Select(i => i.Item)];
        Unready = [.. items.Where(i => i.Why is not null).Select(i => (i.Item, i.Why!.Value))];
    }

    private async Task ReleaseAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        var (released, refused) = (new List<int>(), new List<RefusedReturn>());
        try
        {
            foreach (var (id, version) in Picked(Confirmed ?? []))
            {
                // Once begun, it is not given up because the reviewer has closed his browser.
                var outcome = await release.ReleaseAsync(id, version, user.ToActor(), CancellationToken.None);
                if (outcome.Refusal is { } refusal) refused.Add(new(id, refusal));
                else released.Add(id);
            }
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            broken = true;
            Http!.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Http.Response.Headers.RetryAfter = "2";
            await LoadAsync();
            return;
        }

        navigation.NavigateTo(address.To("/review",
        [
            .. released.Select(r => ("released", (string?)r.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            .. refused.Select(r => ("refused", (string?)r.ToString())),
        ]));
    }

    private static Dictionary<int, int> Picked(IEnumerable<string> texts) =>
        texts.Select(PickedReturn.Read).OfType<PickedReturn>().DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Version);

    private static ReturnRefusal? WhyNot(ReviewItem item, int seen) =>
        item.IsOwn ? ReturnRefusal.OwnEntry
        : !item.Waits ? ReturnRefusal.WrongState
        : item.Summary.Version != seen ? ReturnRefusal.Stale
        : null;
}
