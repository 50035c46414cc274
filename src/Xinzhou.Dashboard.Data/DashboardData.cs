using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Backup;
using Xinzhou.Dashboard.Data.Cataloguing;
using Xinzhou.Dashboard.Data.Chains;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Conduct;
using Xinzhou.Dashboard.Data.Deadlines;
using Xinzhou.Dashboard.Data.Demonstration;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Pledges;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Rules;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data;

/// <summary>Registers the database with its queries and commands.</summary>
public static class DashboardData
{
    /// <summary>Registers everything of this project; what runs in a host finds nothing of the driver elsewhere.</summary>
    /// <param name="services">The services; a <see cref="TimeProvider"/> is among them.</param>
    /// <param name="database">Makes the database; it is opened and disposed of by the host.</param>
    public static IServiceCollection AddDashboardData(
        this IServiceCollection services, Func<IServiceProvider, DashboardDatabase> database) => services
        .AddSingleton(database)
        // Disposed of with the database.
        .AddSingleton<NpgsqlDataSource>(provider => provider.GetRequiredService<DashboardDatabase>().App)
        .AddDashboardContexts()
        .AddSingleton<SnapshotStore>().AddSingleton<SnapshotLoader>().AddSingleton<SnapshotFollower>()
        .AddSingleton<Importer>().AddSingleton<DemonstrationData>()
        .AddSingleton<PlanImporter>().AddSingleton<PlanEditing>().AddSingleton<CommitmentChanges>().AddSingleton<CommitmentSigning>().AddSingleton<LightSettingsStore>().AddSingleton<LightOverrides>().AddSingleton<TaskJudgements>().AddSingleton<TaskRisks>()
        .AddSingleton(_ => ReferenceWorkingDays.Read()).AddSingleton<CheckInSteps>().AddSingleton<EvidenceStore>().AddSingleton<CheckInCalendar>()
        .AddSingleton(SupervisionSettings.Default).AddSingleton<NoticeSteps>().AddSingleton<NoticeEvidenceStore>().AddSingleton<NoticeEscalation>()
        .AddSingleton<AssessmentRules>().AddSingleton<ReturnRecords>().AddSingleton<IndustryChains>()
        .AddSingleton<ReviewPreparing>().AddSingleton<ReviewSigning>().AddSingleton<ReviewMatters>().AddSingleton<PackStore>()
        .AddSingleton<ApiTokens>().AddSingleton<CalendarTokens>().AddSingleton<SetupLinks>().AddSingleton<DeskVisits>()
        .AddSingleton<AuditReader>().AddSingleton<AuditWatch>().AddSingleton<AuditDelivery>()
        .AddSingleton<ValidationRules>().AddSingleton<RuleTrials>()
        .AddSingleton<IndicatorCatalogue>().AddSingleton<UnitCatalogue>().AddSingleton<DepartmentCatalogue>().AddSingleton<HeadlineCatalogue>()
        .AddSingleton<CatalogueHistory>().AddSingleton<SettingsHistory>().AddSingleton<AccountCounts>().AddSingleton<BackupHistory>().AddSingleton<BackupAlarm>()
        .AddSingleton<FormCatalogue>().AddSingleton<CalendarEntries>().AddSingleton<ReturnCalendar>()
        .AddSingleton<ReturnList>().AddSingleton<ReturnEntry>().AddSingleton<ReturnSteps>().AddSingleton<ReturnRelease>().AddSingleton<ReviewList>()
        .AddSingleton<MessageBox>().AddSingleton<UnsentMessages>().AddSingleton<FigureExports>()
        .AddSingleton(MessageSettings.Default).AddSingleton<MessagePreferencesStore>()
        .AddSingleton<DeadlineReader>().AddSingleton<DeadlineReminders>().AddSingleton<WeeklyDigest>();
}
