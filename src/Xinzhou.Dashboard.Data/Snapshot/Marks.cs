using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Figures;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// How far each table goes that a snapshot is read from, at one moment of the database. Rows are only ever inserted into them, so what
/// stands where it stood is not read again: of what a commit may have added to some twenty tables, most is nothing.
/// </summary>
internal sealed record Marks
{
    // By the greatest number where writers take turns, so that numbers are in the order of commit. Null where there is no row.
    public required int? Sources { get; init; }

    public required long? Figures { get; init; }

    public required long? Withdrawals { get; init; }

    public required long? Progress { get; init; }

    public required long? TaskStatements { get; init; }

    public required long? WorkItemStatements { get; init; }

    public required long? ProgressStatements { get; init; }

    public required long? CommitmentStatements { get; init; }

    public required long? OutcomeStatements { get; init; }

    public required long? LightOverrides { get; init; }

    public required long? Judgements { get; init; }

    public required long? Risks { get; init; }

    public required long? AssessmentRules { get; init; }

    public required long? Chains { get; init; }

    public required long? CheckIns { get; init; }

    public required long? CheckInDecisions { get; init; }

    public required long? Notices { get; init; }

    public required long? NoticeEvents { get; init; }

    /// <summary>The greatest number of a statement of the plan, which all have theirs of one sequence.</summary>
    public long LastStatement => new[] { TaskStatements, WorkItemStatements, ProgressStatements, CommitmentStatements, OutcomeStatements }.Max() ?? 0;

    // By their count, which is small, where they do not.
    public required int LightSettings { get; init; }

    public required int Reviews { get; init; }

    public required int ReviewPacks { get; init; }

    public required int ReviewVerdicts { get; init; }

    public required int ReviewMatters { get; init; }

    public required int ReviewMatterReports { get; init; }

    public required int Proposals { get; init; }

    public required int ProposalDecisions { get; init; }

    public required int Signatures { get; init; }

    /// <summary>Asks for all of them at once.</summary>
    /// <param name="context">The context, in the transaction that the snapshot is read in.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<Marks> ReadAsync(DashboardContext context, CancellationToken cancellation) =>
        // The one row that is always there. A count without a lambda would be asked for by itself, before.
        context.AuditHead.Select(_ => new Marks
        {
            Sources = context.SourceDocuments.Max(s => (int?)s.Id),
            Figures = context.Figures.Max(f => (long?)f.Id),
            Withdrawals = context.Withdrawals.Max(w => (long?)EF.Property<long>(w, FigureConfiguration.WithdrawalId)),
            Progress = context.TaskProgress.Max(p => (long?)p.Id),
            TaskStatements = context.TaskStatements.Max(s => (long?)s.Id),
            WorkItemStatements = context.WorkItemStatements.Max(s => (long?)s.Id),
            ProgressStatements = context.ProgressStatements.Max(s => (long?)s.Id),
            CommitmentStatements = context.CommitmentStatements.Max(s => (long?)s.Id),
            OutcomeStatements = context.OutcomeStatements.Max(s => (long?)s.Id),
            LightOverrides = context.LightOverrides.Max(o => (long?)o.Id),
            Judgements = context.Judgements.Max(j => (long?)j.Id),
            Risks = context.TaskRisks.Max(r => (long?)r.Id),
            AssessmentRules = context.AssessmentRules.Max(r => (long?)r.Id),
            Chains = context.IndustryChains.Max(c => (long?)c.Id),
            CheckIns = context.CheckIns.Max(c => (long?)c.Id),
            CheckInDecisions = context.CheckInDecisions.Max(d => (long?)d.Id),
            Notices = context.Notices.Max(n => (long?)n.Id),
            NoticeEvents = context.NoticeEvents.Max(e => (long?)e.Id),
            LightSettings = context.LightSettings.Count(_ => true),
            Reviews = context.PlanReviews.Count(_ => true),
            ReviewPacks = context.ReviewPacks.Count(_ => true),
            ReviewVerdicts = context.ReviewVerdicts.Count(_ => true),
            ReviewMatters = context.ReviewMatters.Count(_ => true),
            ReviewMatterReports = context.ReviewMatterReports.Count(_ => true),
            Proposals = context.CommitmentProposals.Count(_ => true),
            ProposalDecisions = context.CommitmentDecisions.Count(_ => true),
            Signatures = context.CommitmentSignatures.Count(_ => true),
        }).SingleAsync(cancellation);
}
