using Microsoft.AspNetCore.Components;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Entry.Returns;

/// <summary>A reporter's returns, what is owed first; all returns for those who may see all.</summary>
public sealed partial class ReturnsPage(ReturnList returns, TimeProvider time)
{
    private Actor? actor;
    private bool isReporter;
    private DateTimeOffset now;
    private ReturnsQuery query = new(null, null, null);
    private ReturnsModel? model;
    private IReadOnlyList<ReturnSummary> all = [];

    [SupplyParameterFromQuery]
    private string? Department { get; set; }

    [SupplyParameterFromQuery]
    private string? Quarter { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Whether the latest return that is not owed any more was submitted on time.</summary>
    private string Last => all.Where(r => r.OnTime(now) is not null).MaxBy(r => r.Quarter.Code) is { } last
        ? Text[last.OnTime(now) == true ? "LastOnTime" : "LastLate", last.Quarter.Name(Wording.Languages.IsEnglish)]
        : Text["LastNone"];

    protected override async Task OnInitializedAsync()
    {
        actor = CurrentUser.Of(Http?.User)?.ToActor();
        isReporter = actor?.Role == Role.Reporter;
        if (actor is null || (isReporter && actor.Department is null)) return;
        now = time.GetUtcNow();
        query = isReporter ? new(null, null, null) : ReturnsQuery.Read(Department, Quarter, State);
        all = await returns.AllAsync(isReporter ? actor.Department : null, Http?.RequestAborted ?? CancellationToken.None);
        model = ReturnsModel.Of(all, query, now);
    }

    private static string Rate(int part, int whole) =>
        whole == 0 ? "—" : FormattableString.Invariant($"{Math.Round(100m * part / whole, MidpointRounding.AwayFromZero)}%");
}
