using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>填报日历: which forms are asked for in which quarter, and the next quarter from the last.</summary>
public sealed partial class CalendarPage(
    CalendarEntries calendar,
    FormCatalogue catalogue,
    Caller caller,
    TimeProvider time,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<CalendarPage> text)
{
    private IReadOnlyList<CalendarEntry> entries = [];
    private IReadOnlyList<CalendarEntry> proposals = [];
    private IReadOnlyList<ReturnForm> forms = [];
    private List<(CalendarEntry Entry, string Why)> refused = [];
    private bool broken;

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private TimeProvider Time => time;

    private Address Address => address;

    private IStringLocalizer<CalendarPage> Text => text;

    /// <summary>The quarters that can be asked for by hand: a year back and a year on.</summary>
    private IEnumerable<Quarter> Quarters
    {
        get
        {
            var quarter = Quarter.Of(Shanghai.DayOf(time.GetUtcNow()));
            for (var i = 0; i < 4; i++) quarter = quarter.Previous;
            for (var i = 0; i < 9; i++, quarter = quarter.Next) yield return quarter;
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        entries = await calendar.AllAsync(Http!.RequestAborted);
        forms = [.. (await catalogue.AllAsync(Http.RequestAborted)).Where(f => f.Active)];
        proposals = CalendarProposals.Of(entries, forms);
    }

    private async Task AddNextAsync()
    {
        if (Http is null || await caller.FindAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var quarter = (await Http.Request.ReadFormAsync(Http.RequestAborted))["quarter"].ToString();
        try
        {
            // Those that were proposed: pressed twice, it does not go on to the quarter after.
            foreach (var entry in proposals.Where(p => p.Quarter.Code == quarter))
            {
                var outcome = await calendar.SetAsync(entry.Form, entry.Quarter, entry.Dates, null, null, user.ToActor(), CancellationToken.None);
                if (outcome.Text() is { } why) refused.Add((entry, why));
            }
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            broken = true;
        }

        if (!broken && refused.Count == 0) navigation.NavigateTo(address.To("/admin/calendar", ("done", "saved")));
        else await LoadAsync();
    }

    private string StateOf(CalendarEntry entry)
    {
        var now = time.GetUtcNow();
        return text[now < entry.Dates.OpensAt ? "StateBefore" : now >= entry.Dates.ClosesAt ? "StateClosed" : now >= entry.Dates.DueAt ? "StateOverdue" : "StateOpen"];
    }

    private static string NameOf(CalendarEntry entry) => Languages.IsEnglish ? entry.FormNameEn ?? entry.FormName : entry.FormName;
}
