using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Audit;
using Xinzhou.Dashboard.Data.Model.Calendar;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Model.Chains;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Data.Model.Conduct;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Model.Demonstration;
using Xinzhou.Dashboard.Data.Model.Figures;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Data.Model.Judgements;
using Xinzhou.Dashboard.Data.Model.Lights;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Data.Model.Pledges;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Model.Reviews;
using Xinzhou.Dashboard.Data.Model.Rules;
using Xinzhou.Dashboard.Data.Model.Supervision;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model;

/// <summary>
/// Everything relational, as EF Core writes and reads it. The tables themselves, with their triggers and privileges, are
/// made by the migrations; a test holds that both say the same. The stores of ASP.NET Core Identity and of Data Protection
/// use this context too.
/// </summary>
/// <param name="options">How to connect; <see cref="DashboardContexts"/> makes them.</param>
public sealed class DashboardContext(DbContextOptions<DashboardContext> options)
    : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What signs cookies and forms; shared by all instances.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<PlanSource> PlanSource => Set<PlanSource>();

    internal DbSet<Dimension> Dimensions => Set<Dimension>();

    internal DbSet<Initiative> Initiatives => Set<Initiative>();

    internal DbSet<Aspect> Aspects => Set<Aspect>();

    internal DbSet<KeyTask> KeyTasks => Set<KeyTask>();

    internal DbSet<ArticleWorkItem> WorkItems => Set<ArticleWorkItem>();

    internal DbSet<Milestone> Milestones => Set<Milestone>();

    internal DbSet<Programme> Programmes => Set<Programme>();

    internal DbSet<AccountabilityMechanism> AccountabilityMechanisms => Set<AccountabilityMechanism>();

    internal DbSet<PlanNote> PlanNotes => Set<PlanNote>();

    internal DbSet<PlanState> PlanState => Set<PlanState>();

    internal DbSet<TaskStatementEntity> TaskStatements => Set<TaskStatementEntity>();

    internal DbSet<WorkItemStatementEntity> WorkItemStatements => Set<WorkItemStatementEntity>();

    internal DbSet<ProgressStatementEntity> ProgressStatements => Set<ProgressStatementEntity>();

    internal DbSet<CommitmentStatementEntity> CommitmentStatements => Set<CommitmentStatementEntity>();

    internal DbSet<CommitmentProposalEntity> CommitmentProposals => Set<CommitmentProposalEntity>();

    internal DbSet<CommitmentDecisionEntity> CommitmentDecisions => Set<CommitmentDecisionEntity>();

    internal DbSet<CommitmentSignatureEntity> CommitmentSignatures => Set<CommitmentSignatureEntity>();

    internal DbSet<OutcomeStatementEntity> OutcomeStatements => Set<OutcomeStatementEntity>();

    internal DbSet<LightSettingsEntity> LightSettings => Set<LightSettingsEntity>();

    internal DbSet<LightOverrideEntity> LightOverrides => Set<LightOverrideEntity>();

    internal DbSet<JudgementEntity> Judgements => Set<JudgementEntity>();

    internal DbSet<TaskRiskEntity> TaskRisks => Set<TaskRiskEntity>();

    internal DbSet<CheckInEntity> CheckIns => Set<CheckInEntity>();

    internal DbSet<CheckInDecisionEntity> CheckInDecisions => Set<CheckInDecisionEntity>();

    internal DbSet<EvidenceFileEntity> EvidenceFiles => Set<EvidenceFileEntity>();

    internal DbSet<EvidencePartEntity> EvidenceParts => Set<EvidencePartEntity>();

    internal DbSet<EvidenceEntity> Evidence => Set<EvidenceEntity>();

    internal DbSet<CheckInEvidenceEntity> CheckInEvidence => Set<CheckInEvidenceEntity>();

    internal DbSet<CheckInMissEntity> CheckInMisses => Set<CheckInMissEntity>();

    internal DbSet<NoticeEntity> Notices => Set<NoticeEntity>();

    internal DbSet<NoticeEventEntity> NoticeEvents => Set<NoticeEventEntity>();

    internal DbSet<AssessmentRuleEntity> AssessmentRules => Set<AssessmentRuleEntity>();

    internal DbSet<IndustryChainEntity> IndustryChains => Set<IndustryChainEntity>();

    internal DbSet<NoticeEvidenceEntity> NoticeEvidence => Set<NoticeEvidenceEntity>();

    internal DbSet<ReviewEntity> PlanReviews => Set<ReviewEntity>();

    internal DbSet<ReviewPackEntity> ReviewPacks => Set<ReviewPackEntity>();

    internal DbSet<ReviewSealEntity> ReviewSeals => Set<ReviewSealEntity>();

    internal DbSet<ReviewVerdictEntity> ReviewVerdicts => Set<ReviewVerdictEntity>();

    internal DbSet<ReviewMatterEntity> ReviewMatters => Set<ReviewMatterEntity>();

    internal DbSet<ReviewMatterReportEntity> ReviewMatterReports => Set<ReviewMatterReportEntity>();

    internal DbSet<Indicator> Indicators => Set<Indicator>();

    internal DbSet<StatisticalUnit> StatisticalUnits => Set<StatisticalUnit>();

    internal DbSet<HeadlineEntity> Headlines => Set<HeadlineEntity>();

    internal DbSet<Department> Departments => Set<Department>();

    internal DbSet<SourceDocument> SourceDocuments => Set<SourceDocument>();

    internal DbSet<ReliabilityOverride> ReliabilityOverrides => Set<ReliabilityOverride>();

    internal DbSet<SeriesEntity> Series => Set<SeriesEntity>();

    internal DbSet<FigureEntity> Figures => Set<FigureEntity>();

    internal DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    internal DbSet<FigureOriginEntity> FigureOrigins => Set<FigureOriginEntity>();

    internal DbSet<FigureExportEntity> FigureExports => Set<FigureExportEntity>();

    internal DbSet<FormEntity> Forms => Set<FormEntity>();

    internal DbSet<FormVersionEntity> FormVersions => Set<FormVersionEntity>();

    internal DbSet<FormRowEntity> FormRows => Set<FormRowEntity>();

    internal DbSet<FormDepartmentEntity> FormDepartments => Set<FormDepartmentEntity>();

    internal DbSet<CalendarEntity> Calendar => Set<CalendarEntity>();

    internal DbSet<ReturnEntity> Returns => Set<ReturnEntity>();

    internal DbSet<ReturnCellEntity> ReturnCells => Set<ReturnCellEntity>();

    internal DbSet<ReturnCellChangeEntity> ReturnCellChanges => Set<ReturnCellChangeEntity>();

    internal DbSet<ReturnCommentEntity> ReturnComments => Set<ReturnCommentEntity>();

    internal DbSet<ReturnSubmissionEntity> ReturnSubmissions => Set<ReturnSubmissionEntity>();

    internal DbSet<TaskProgressEntity> TaskProgress => Set<TaskProgressEntity>();

    internal DbSet<RuleEntity> Rules => Set<RuleEntity>();

    internal DbSet<RuleVersionEntity> RuleVersions => Set<RuleVersionEntity>();

    internal DbSet<ApiTokenEntity> ApiTokens => Set<ApiTokenEntity>();

    internal DbSet<SetupLinkEntity> SetupLinks => Set<SetupLinkEntity>();

    internal DbSet<SpentTicketEntity> SpentTickets => Set<SpentTicketEntity>();

    internal DbSet<CalendarTokenEntity> CalendarTokens => Set<CalendarTokenEntity>();

    internal DbSet<SessionEntity> Sessions => Set<SessionEntity>();

    internal DbSet<PasswordHistoryEntity> PasswordHistory => Set<PasswordHistoryEntity>();

    internal DbSet<DeskVisitEntity> DeskVisits => Set<DeskVisitEntity>();

    internal DbSet<AccountRequestEntity> AccountRequests => Set<AccountRequestEntity>();

    internal DbSet<MessageEntity> Messages => Set<MessageEntity>();

    internal DbSet<ReminderEntity> Reminders => Set<ReminderEntity>();

    internal DbSet<MessagePreferencesEntity> MessagePreferences => Set<MessagePreferencesEntity>();

    internal DbSet<AuditEventEntity> AuditEvents => Set<AuditEventEntity>();

    internal DbSet<AuditHeadEntity> AuditHead => Set<AuditHeadEntity>();

    internal DbSet<AuditCheckEntity> AuditChecks => Set<AuditCheckEntity>();

    internal DbSet<AuditSealEntity> AuditSeals => Set<AuditSealEntity>();

    internal DbSet<AuditExportEntity> AuditExport => Set<AuditExportEntity>();

    internal DbSet<DemonstrationEntity> Demonstration => Set<DemonstrationEntity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        foreach (var type in typeof(Code).Assembly.GetExportedTypes().Where(t => t.IsEnum).Append(typeof(PlanNoteKind)))
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(CodeConverter<>).MakeGenericType(type));
        }

        configurationBuilder.Properties<Status>().HaveConversion<StatusConverter>();
        configurationBuilder.Properties<Comparator>().HaveConversion<ComparatorConverter>();
        configurationBuilder.Properties<ReviewSubject>().HaveConversion<ReviewSubjectConverter>();
        configurationBuilder.Properties<Quarter>().HaveConversion<QuarterConverter>();
        configurationBuilder.Properties<NoticeNumber>().HaveConversion<NoticeNumberConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DashboardContext).Assembly);
    }
}
