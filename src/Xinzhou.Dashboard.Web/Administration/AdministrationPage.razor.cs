using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Web.Administration.Cataloguing;
using Xinzhou.Dashboard.Web.Backups;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Administration;

/// <summary>What there is to keep, how much of it, and what somebody should see to: only what is counted, nothing judged.</summary>
public sealed partial class AdministrationPage(
    ValidationRules ruleStore,
    FormCatalogue formStore,
    CalendarEntries calendar,
    DepartmentCatalogue departmentStore,
    AccountCounts accountCounts,
    SettingsHistory settings,
    BackupOverview backupOverview,
    AuditWatch auditWatch,
    DashboardSettings running,
    SnapshotStore store,
    TimeProvider time,
    Address address,
    IStringLocalizer<AdministrationPage> text)
{
    private const int MaxNames = 3;

    private Snapshot snapshot = Snapshot.Empty;
    private IReadOnlyList<StoredRule> rules = [];
    private IReadOnlyList<ReturnForm> forms = [];
    private IReadOnlyList<StoredDepartment> departments = [];
    private CalendarEntry[] latest = [];
    private AccountStandings accounts = new(0, 0, 0, 0);
    private DateTimeOffset? settingsChanged;
    private BackupView backups = new(null, null, null);
    private AuditCheck? lastLook;
    private IReadOnlyList<AttentionPoint> points = [];

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Address Address => address;

    private IStringLocalizer<AdministrationPage> Text => text;

    protected override async Task OnInitializedAsync()
    {
        var stopping = Http!.RequestAborted;
        snapshot = store.Current;
        rules = [.. (await ruleStore.AllAsync(stopping)).Where(r => r.IsInForce)];
        forms = [.. (await formStore.AllAsync(stopping)).Where(f => f.Active)];
        departments = await departmentStore.AllAsync(stopping);
        // The newest quarter that has opened, else the next one.
        var entries = await calendar.AllAsync(stopping);
        var quarter = entries.FirstOrDefault(e => e.IsOpened)?.Quarter ?? (entries is [.., var next] ? next.Quarter : null);
        latest = [.. entries.Where(e => e.Quarter == quarter)];
        accounts = await accountCounts.ReadAsync(stopping);
        settingsChanged = (await settings.AllAsync(stopping)) is [var last, ..] ? last.At : null;
        backups = await backupOverview.ReadAsync(stopping);
        lastLook = await auditWatch.LastAsync(stopping);
        points = [.. Points().Where(p => p.Count > 0)];
    }

    private IEnumerable<AttentionPoint> Points()
    {
        if (departments.Count == 0) yield return new("NoDepartments", forms.Count, [], CatalogueTabs.Departments);
        yield return Point("FormsWithoutDepartment", forms.Where(f => f.Departments.Count == 0).Select(Name), "/admin/forms");
        yield return Point(
            "FormsNotPlanned", latest.Length == 0 ? [] : forms.Where(f => f.Departments.Count > 0 && !latest.Any(e => e.Form == f.Code)).Select(Name), "/admin/calendar");
        yield return Point("NobodyReports", departments.Where(d => d.Forms.Count > 0 && d.Users == 0).Select(d => d.Department.Name), CatalogueTabs.Departments);
        yield return new("Overdue", latest.Where(e => e.Dates.DueAt < time.GetUtcNow()).Sum(e => e.Returns - e.Submitted), [], "/returns");
        yield return Point("UnitsUnplaced", snapshot.Catalogue.Units.Where(u => u.Level == UnitLevel.Other).Select(Names.Of), CatalogueTabs.Units);
        yield return Point("IndicatorsWithoutUom", snapshot.Catalogue.Indicators.Where(i => i.Uom.Length == 0).Select(Names.Of), CatalogueTabs.Indicators);
        yield return Point("RulesNotUnderstood", snapshot.Rules.NotUnderstood.Select(r => r.Code), "/admin/rules");
        yield return new("LeftOut", snapshot.LeftOut.Sum(l => l.Rows), [.. snapshot.LeftOut.Select(l => l.Table)], null);
        foreach (var point in BackupPoints.Of(backups, time.GetUtcNow(), running.IsDevelopment)) yield return point;
        yield return new("AuditBroken", lastLook?.Fault is null ? 0 : 1, [], May(Right.ReadAudit) ? "/audit" : null);
        // Whose they are is for the security administrator alone.
        var users = May(Right.KeepUsers) ? "/admin/users" : null;
        yield return new("Locked", accounts.Locked, [], users);
        yield return new("OneFactor", accounts.OneFactor, [], users);
    }

    private static string Name(ReturnForm form) => Languages.IsEnglish ? form.NameEn ?? form.Name : form.Name;

    private static AttentionPoint Point(string kind, IEnumerable<string> names, string path)
    {
        var all = names.ToArray();
        return new(kind, all.Length, all.Length <= MaxNames ? all : [.. all[..MaxNames], "…"], path);
    }

    private string BackupAge() => backups.Newest is not { } newest ? "—" : (time.GetUtcNow() - newest) switch
    {
        { TotalHours: < 1 } age => Text["AgeMinutes", Math.Max(0, (int)age.TotalMinutes)],
        { TotalDays: < 2 } age => Text["AgeHours", (int)age.TotalHours],
        var age => Text["AgeDays", (int)age.TotalDays],
    };

    private string BackupKept() => backups switch
    {
        { Newest: null } => Text["BackupsNone"],
        { Standing.First: { } first } => Text["BackupsIn", first.Kept, (first.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)],
        _ => Text["BackupsLast"],
    };

    private string BackupMeans() => backups.Schedule is not { } schedule
        ? Text["BackupsByHand"]
        : string.Concat(
            Text["BackupsDaily", schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture), schedule.Keep],
            Text[schedule.SecondFolder is null ? "BackupsOnePlace" : "BackupsTwoPlaces"],
            Text[schedule.KeyFile is null ? "BackupsReadable" : "BackupsEncrypted"]);

    private bool May(Right right) => CurrentUser.Of(Http?.User)?.Has(right) == true;

    private int Count(Severity severity) => rules.Count(r => r.Definition.Severity == severity);
}
