using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>When one form is asked for in one quarter.</summary>
public sealed partial class CalendarEntryPage(
    CalendarEntries calendar,
    FormCatalogue catalogue,
    Caller caller,
    NavigationManager navigation,
    Address address,
    IStringLocalizer<CalendarEntryPage> text,
    IStringLocalizer<CalendarPage> words)
{
    private ReturnForm? form;
    private Quarter quarter;
    private CalendarEntry? held;
    private CalendarForm? typed;
    private string? refusal;
    private bool broken;

    [Parameter]
    public string? FormCode { get; set; }

    [Parameter]
    public string? QuarterCode { get; set; }

    /// <summary>The form of a new entry.</summary>
    [SupplyParameterFromQuery(Name = "form")]
    private string? NewForm { get; set; }

    /// <summary>The quarter of a new entry.</summary>
    [SupplyParameterFromQuery(Name = "quarter")]
    private string? NewQuarter { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<CalendarEntryPage> Text => text;

    private IStringLocalizer<CalendarPage> Words => words;

    protected override async Task OnInitializedAsync()
    {
        var (code, asked) = FormCode is null ? (NewForm, NewQuarter) : (FormCode, QuarterCode);
        form = code is null ? null : await catalogue.FindAsync(code, Http!.RequestAborted);
        await LoadAsync(asked);
        if (form is null || Quarter.Parse(asked) is null || (FormCode is not null && held is null))
        {
            form = null;
            navigation.NotFound();
        }
    }

    private async Task LoadAsync(string? asked)
    {
        if (form is null || Quarter.Parse(asked) is not { } parsed)
        {
            return;
        }

        quarter = parsed;
        var entries = await calendar.AllAsync(Http!.RequestAborted);
        held = entries.FirstOrDefault(e => e.Form == form.Code && e.Quarter == quarter);
        typed = CalendarForm.Of(held?.Dates ?? Proposed(entries));
    }

    private async Task SaveAsync()
    {
        if (Http is null || form is null || await caller.FindAsync(Right.KeepCatalogue) is not { } user)
        {
            return;
        }

        var sent = CalendarForm.Read(await Http.Request.ReadFormAsync(Http.RequestAborted));
        try
        {
            ChangeOutcome<CalendarFault> outcome = sent.Dates(held?.Dates) is { } dates
                ? await calendar.SetAsync(form.Code, quarter, dates, sent.Seen, sent.Reason, user.ToActor(), CancellationToken.None)
                : new(ChangeRefusal.Faulty, [CalendarFault.BadMoment]);
            refusal = outcome.Text();
            if (refusal is null)
            {
                navigation.NavigateTo(address.To("/admin/calendar", ("done", "saved")));
                return;
            }

            if (outcome.Refusal == ChangeRefusal.Stale) await LoadAsync(quarter.Code);
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            broken = true;
        }

        typed = sent;
    }

    /// <summary>As in the quarter before, of this form or else of any; where there is none, in the month after the quarter.</summary>
    private ReturnDates Proposed(IReadOnlyList<CalendarEntry> entries)
    {
        var before = entries.FirstOrDefault(e => e.Form == form!.Code && e.Quarter == quarter.Previous) ?? entries.FirstOrDefault(e => e.Quarter == quarter.Previous);
        if (before is not null) return CalendarCheck.Next(before.Dates);
        var first = Shanghai.StartOf(quarter.LastDay.AddDays(1));
        return new(first, first.AddDays(14).AddHours(18), first.AddMonths(1).AddHours(-6), 3, 3);
    }
}
