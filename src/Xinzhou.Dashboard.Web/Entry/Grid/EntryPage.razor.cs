namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>The grid of one return: rendered once, then kept current by <c>entry.js</c> (decision 0004).</summary>
public sealed partial class EntryPage
{
    private static readonly EntryState[] BrowserStates = [EntryState.Saving, EntryState.Unsent];

    /// <summary>What the script may have to say, each with what can be done about it.</summary>
    private static readonly (string Name, string? Act)[] Bars =
        [("Changed", "Reload"), ("SignedOut", "SignIn"), ("OtherPerson", "Reload"), ("Offline", "Retry"), ("Unsent", "Retry")];

    private EntryView? view;
    private ReturnRefusal? refusal;
    private SheetRow? chosen;
    private IReadOnlyList<ReturnCell> history = [];

    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Why a reporter cannot enter though it is his return, or for what reason it is being corrected.</summary>
    private string? Standing => view switch
    {
        { Return.Correction: { } why } => Text["Correcting", why],
        { IsReporter: true, TakesEntries: false, Return.State: var state } when state.TakesEntries() => Words.Refusal(
            view.Now < view.Return.Dates.OpensAt ? ReturnRefusal.NotOpen : ReturnRefusal.Closed),
        { IsReporter: false } => Text["OnlyLooking"],
        { Return.State: ReturnState.Submitted } => Text["Waiting"],
        { Return.State: ReturnState.Released } => Text["Released"],
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        var stopping = Http?.RequestAborted ?? CancellationToken.None;
        (refusal, view) = await Desk.OpenAsync(Id, CurrentUser.Of(Http?.User)?.ToActor(), stopping);
        if (refusal is { } refused)
        {
            if (refused == ReturnRefusal.NotFound)
            {
                Navigation.NotFound();
            }
            else if (Http is { Response.HasStarted: false } http)
            {
                http.Response.StatusCode = Refusals.StatusOf(refused);
            }

            return;
        }

        chosen = view!.Sheet.Rows.FirstOrDefault(r => view.StateOf(r).IsToDo()) ?? (view.Sheet.Rows.Count > 0 ? view.Sheet.Rows[0] : null);
        if (chosen is not null)
        {
            history = await EntryEndpoints.HistoryAsync(Returns, Id, chosen, stopping);
        }
    }
}
