using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Administration.Forms;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Administration.Calendar;

/// <summary>填报日历: a year at a glance, the dates of one entry, and the next quarter from the last.</summary>
public sealed partial class CalendarPage(
    CalendarEntries calendar,
    FormCatalogue catalogue,
    SnapshotStore store,
    TimeProvider time,
    NavigationManager navigation,
    WorkScript script,
    Address address,
    DayWords words,
    IStringLocalizer<CalendarPage> text)
{
    private const string YearName = "year";
    private const string ByName = "by";
    private const string Department = "department";

    private IReadOnlyList<CalendarEntry> entries = [];
    private IReadOnlyList<CalendarEntry> proposals = [];
    private IReadOnlyList<ReturnForm> all = [];
    private IReadOnlyList<ReturnForm> forms = [];
    private IReadOnlyList<Department> departments = [];
    private IReadOnlyList<int> years = [];
    private ReturnForm? chosen;
    private Quarter chosenQuarter;
    private bool isOpen;
    private bool byDepartment;
    private string? notice;
    private int year;
    private DateOnly today;
    private Quarter reported;

    /// <summary>The form of the entry that is open; null for none.</summary>
    [Parameter]
    public string? FormCode { get; set; }

    /// <summary>Its quarter.</summary>
    [Parameter]
    public string? QuarterCode { get; set; }

    private Address Address => address;

    private IStringLocalizer<CalendarPage> Text => text;

    private Quarter[] quarters => [.. Enumerable.Range(1, 4).Select(n => new Quarter(year, n))];

    protected override async Task OnInitializedAsync()
    {
        today = Shanghai.DayOf(time.GetUtcNow());
        // In autumn the third quarter is reported.
        reported = Quarter.Of(today).Previous;
        year = int.TryParse(address.Get(YearName), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 2000 and <= 2100 ? asked : reported.Year;
        byDepartment = address.Get(ByName) == Department;
        if (!await GuardAsync(ReloadAsync))
        {
            return;
        }

        var isNew = address.Path.EndsWith("/new", StringComparison.Ordinal);
        if (isNew || FormCode is not null)
        {
            Choose(isNew ? address.Get("form") : FormCode, isNew ? address.Get("quarter") : QuarterCode, isNew);
        }
    }

    // The address names an entry, or one that is to be made.
    private void Choose(string? form, string? code, bool isNew)
    {
        chosen = all.FirstOrDefault(f => f.Code == form);

        // A new entry is of a form and a quarter: without them the year is shown, where both are chosen.
        if (isNew && (chosen is null || Quarter.Parse(code) is null))
        {
            notice = text[chosen is null && !string.IsNullOrEmpty(form) ? "NewUnknown" : "NewWhich"];
            chosen = null;
            return;
        }

        if (chosen is null || Quarter.Parse(code) is not { } quarter || (!isNew && Find(chosen.Code, quarter) is null))
        {
            chosen = null;
            navigation.NotFound();
            return;
        }

        (chosenQuarter, isOpen) = (quarter, true);
        year = quarter.Year;
        List();
    }

    private async Task ReloadAsync()
    {
        entries = await calendar.AllAsync(Leaving);
        all = await catalogue.AllAsync(Leaving);
        proposals = CalendarProposals.Of(entries, [.. all.Where(f => f.Active)]);
        List();
    }

    private void List()
    {
        forms = [.. all.Where(f => f.Active || entries.Any(e => e.Form == f.Code && e.Quarter.Year == year))];
        departments = [.. store.Current.Plan.Departments.Where(d => forms.Any(f => f.Departments.Contains(d.Code))).OrderBy(d => d.Order)];
        years = [.. entries.Select(e => e.Quarter.Year).Append(reported.Year).Append(today.Year).Append(year).Append(today.Year + 1).Distinct().Order()];
    }

    private CalendarEntry? Find(string form, Quarter quarter) => entries.FirstOrDefault(e => e.Form == form && e.Quarter == quarter);

    private string DueOf(CalendarEntry entry) => words.Day(Shanghai.DayOf(entry.Dates.DueAt), entry.Quarter.Next.Year);

    private string LabelOf(ReturnForm form, Quarter quarter, CalendarEntry? entry) => entry is null
        ? text["PlanEntry", FormWords.Form(form), quarter.Name(Languages.IsEnglish)]
        : text["OpenEntry", FormWords.Form(form), quarter.Name(Languages.IsEnglish), DueOf(entry)];

    private Task ShowAsync(int asked, bool departmentsFirst)
    {
        (year, byDepartment, notice) = (asked, departmentsFirst, null);
        List();
        return script.ShowAddressAsync(Here("/admin/calendar"));
    }

    private Task OpenAsync(ReturnForm form, Quarter quarter)
    {
        (chosen, chosenQuarter, isOpen, notice) = (form, quarter, true, null);
        return script.ShowAddressAsync(Find(form.Code, quarter) is null
            ? address.To("/admin/calendar/new", ("form", form.Code), ("quarter", quarter.Code), (YearName, Number(year)), (ByName, byDepartment ? Department : null))
            : Here($"/admin/calendar/{form.Code}/{quarter.Code}"));
    }

    private Task CloseAsync()
    {
        isOpen = false;
        return script.ShowAddressAsync(Here("/admin/calendar"));
    }

    private string Here(string path) => address.To(path, (YearName, year == reported.Year ? null : Number(year)), (ByName, byDepartment ? Department : null));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
