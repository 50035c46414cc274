using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>审核一张报表: old and new side by side, to be released or sent back cell by cell.</summary>
public sealed partial class ReturnReviewPage(
    ReturnList returns,
    ReviewList list,
    ReturnSteps steps,
    ReturnRelease release,
    SnapshotStore store,
    Caller caller,
    TimeProvider time,
    NavigationManager navigation,
    Address address,
    ReviewWords words,
    IStringLocalizer<ReturnReviewPage> text)
{
    private ReturnRefusal? refusal;
    private bool broken;
    private bool confirms;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Cells { get; set; }

    /// <summary>What was just done: released, returned, commented.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    private ReviewModel? Model { get; set; }

    private bool IsOwn { get; set; }

    private ReviewItem? Next { get; set; }

    /// <summary>What the reviewer had put in, when it was not done.</summary>
    private Decision? Given { get; set; }

    /// <summary>A comment on the return as a whole.</summary>
    [SupplyParameterFromForm(FormName = "comment", Name = "say")]
    private string? Said { get; set; }

    [SupplyParameterFromForm(FormName = "decide", Name = "seen")]
    private int Seen { get; set; }

    [SupplyParameterFromForm(FormName = "decide", Name = "act")]
    private string? Act { get; set; }

    [SupplyParameterFromForm(FormName = "decide", Name = "cell")]
    private string[]? Marked { get; set; }

    [SupplyParameterFromForm(FormName = "decide", Name = "text")]
    private Dictionary<string, string>? Texts { get; set; }

    private DateTimeOffset Now { get; set; }

    private bool ShowsAll => Cells == "all";

    private bool ShowsWarned => Cells == "warned";

    private bool MayDecide => Model!.Return.State == ReturnState.Submitted && !IsOwn;

    // What is marked stays in sight, whatever else is shown.
    private IReadOnlyList<ReviewLine> Lines =>
        [.. Model!.Lines.Where(l => ShowsAll || (ShowsWarned ? l.Warns : l.Changed) || (l.Cell is { } cell && Given?.Marked.Contains(cell.Address) == true))];

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private ReviewWords Words => words;

    private IStringLocalizer<ReturnReviewPage> Text => text;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        if (await returns.FindAsync(Id) is not { } filled)
        {
            navigation.NotFound();
            return;
        }

        Now = time.GetUtcNow();
        var snapshot = store.Current;
        Model = new(snapshot.Judge(Now).Judge(filled), await list.BeforeLastAsync(filled), snapshot.Figures.At(new(Now)));
        IsOwn = await list.HasEnteredAsync(Id, user.Id);
        if (Done is not null)
        {
            Next = await list.NextAsync(user.ToActor(), Id);
        }
    }

    private async Task DecideAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        var decision = Decision.Read(Seen, Act, Marked, Texts);
        if (Act is Decision.Ask or Decision.Back)
        {
            // Nothing is done yet: what a release would do is said first, and what was put in stays.
            Given = decision;
            refusal = Model is { } model && decision.Seen != model.Return.Version ? ReturnRefusal.Stale : null;
            confirms = Act == Decision.Ask && refusal is null && Model is not null && MayDecide && Model.Sheet.IsComplete;
            return;
        }

        await TellAsync(
            decision.Releases ? "released" : "returned",
            // Once begun, it is not given up because the reviewer has closed his browser.
            () => decision.Releases
                ? release.ReleaseAsync(Id, decision.Seen, user.ToActor(), CancellationToken.None)
                : steps.SendBackAsync(Id, decision.Seen, decision.ToSendBack, user.ToActor(), CancellationToken.None));
        Given = decision;
    }

    private async Task CommentAsync()
    {
        if (await caller.FindAsync(Right.ReviewReturns) is not { } user)
        {
            return;
        }

        await TellAsync("commented", () => steps.CommentAsync(Id, null, PlainText.Printable(Said ?? ""), user.ToActor(), CancellationToken.None));
    }

    private async Task TellAsync(string done, Func<Task<ReturnOutcome>> step)
    {
        try
        {
            var outcome = await step();
            if (outcome.IsDone)
            {
                navigation.NavigateTo(address.To($"/review/{Id}", ("done", done), ("cells", Cells)));
                return;
            }

            refusal = outcome.Refusal;
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            broken = true;
            Http!.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Http.Response.Headers.RetryAfter = "2";
        }

        await LoadAsync();
    }
}
