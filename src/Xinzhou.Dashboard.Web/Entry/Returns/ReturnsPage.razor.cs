using Xinzhou.Dashboard.Data.Reporting;

namespace Xinzhou.Dashboard.Web.Entry.Returns;

/// <summary>A reporter's returns, what is owed first; all returns for those who may see all.</summary>
public sealed partial class ReturnsPage(ReturnList returns, TimeProvider time)
{
    /// <summary>Three years.</summary>
    private const int QuartersPerPage = 12;

    private Actor? actor;
    private bool isReporter;
    private DateTimeOffset now;
    private ReturnsQuery query = new(null, null, null);
    private ReturnsModel? model;
    private ReturnChoices choices = ReturnChoices.None;
    private ReturnSummary? latest;
    private int page = 1;
    private int pages = 1;

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    [SupplyParameterFromQuery]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    /// <summary>The page of quarters, from 1.</summary>
    // Read as text: what is no number is the first page, and no failure of this one.
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Whether the latest return that is not owed any more was submitted on time.</summary>
    private string Last => latest is { } last
        ? Text[last.OnTime(now) == true ? "LastOnTime" : "LastLate", last.Quarter.Name(Wording.Languages.IsEnglish)]
        : Text["LastNone"];

    protected override async Task OnInitializedAsync()
    {
        actor = CurrentUser.Of(Http?.User)?.ToActor();
        isReporter = actor?.Role == Role.Reporter;
        if (actor is null || (isReporter && actor.Department is null)) return;
        now = time.GetUtcNow();
        query = isReporter ? new(null, null, null) : ReturnsQuery.Read(Department, Quarter, State);
        var aborted = Http?.RequestAborted ?? CancellationToken.None;
        choices = await returns.ChoicesAsync(isReporter ? actor.Department : null, aborted);
        pages = query.Quarter is null ? Math.Max(1, (choices.Quarters.Count + QuartersPerPage - 1) / QuartersPerPage) : 1;
        page = Math.Clamp(Page, 1, pages);
        Domain.Time.Quarter[] quarters = query.Quarter is { } quarter ? [quarter] : [.. choices.Quarters.Skip((page - 1) * QuartersPerPage).Take(QuartersPerPage)];
        var filter = new ReturnFilter
        {
            Department = isReporter ? actor.Department : query.Department,
            State = query.State,
            Quarters = quarters,
            OwedAt = query.Quarter is null ? now : null,
        };
        model = ReturnsModel.Of(await returns.ListAsync(filter, aborted), query, now, quarters);
        if (isReporter) latest = await returns.LatestJudgedAsync(actor.Department!, aborted);
    }

    private static string Rate(int part, int whole) =>
        whole == 0 ? "—" : FormattableString.Invariant($"{Math.Round(100m * part / whole, MidpointRounding.AwayFromZero)}%");
}
