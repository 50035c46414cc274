using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>审计: the log, the newest first, and the proof that nobody has changed it.</summary>
public sealed partial class AuditPage(
    AuditReader reader,
    AuditWatch watch,
    DashboardDatabase database,
    IDbContextFactory<DashboardContext> contexts,
    Caller caller,
    TimeProvider time,
    Address address,
    AuditWords words,
    IStringLocalizer<AuditPage> text)
{
    private const int PageSize = 100;

    /// <summary>Letters of a detail that are shown before it is opened.</summary>
    private const int LongestShown = 160;

    private IReadOnlyList<string> actors = [];
    private IReadOnlyList<string> actions = [];
    private AuditVerdict? verdict;
    private AuditCheck? lastLook;
    private long count;
    private long? older;

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Who { get; set; }

    [SupplyParameterFromQuery]
    private string? Action { get; set; }

    [SupplyParameterFromQuery]
    private string? About { get; set; }

    // Read as text: what is no number is no place in the list, and no failure of the page.
    [SupplyParameterFromQuery(Name = "before")]
    private string? BeforeText { get; set; }

    private long? Before => long.TryParse(BeforeText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private AuditFilter Filter { get; set; } = new(null, null, null, null, null);

    private List<AuditEvent> Events { get; } = [];

    private DateTimeOffset Now { get; set; }

    private Address Address => address;

    private AuditWords Words => words;

    private IStringLocalizer<AuditPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        if (await caller.FindAsync(Right.ReadAudit) is null)
        {
            return;
        }

        Filter = AuditFilter.Read(From, To, Who, Action, About);
        await LoadAsync();
    }

    /// <summary>From where: the address, or of a command the user of the operating system; null where neither is known.</summary>
    private static string? Origin(AuditEvent entry) => entry.Address ?? entry.OsUser;

    private async Task LoadAsync()
    {
        Events.Clear();
        await foreach (var entry in reader.ReadAsync(Filter.Query(Before), PageSize + 1))
        {
            Events.Add(entry);
        }

        older = Events.Count > PageSize ? Events[PageSize - 1].Id : null;
        if (older is not null)
        {
            Events.RemoveAt(PageSize);
        }

        count = await reader.CountAsync(Filter.Query());
        (actors, actions) = await reader.NamesAsync();
        lastLook = await watch.LastAsync();
    }

    private async Task VerifyAsync()
    {
        if (await caller.FindAsync(Right.ReadAudit) is not { } user)
        {
            return;
        }

        Now = time.GetUtcNow();
        verdict = await AuditVerification.VerifyAsync(database.App, null);
        await AuditLog.AppendAsync(
            contexts, time, user.UserName, "audit.verify", "", new { events = verdict.Events, firstBad = verdict.FirstBad, figures = verdict.Figures.FirstBad?.ToString() });
        await LoadAsync();
    }
}
