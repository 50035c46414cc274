using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Plans;

/// <summary>
/// Imports the plan's file (CONTRACTS, 6): all of it or nothing, in one transaction with its audit event. A file that is
/// refused or tried out leaves nothing behind, no department either.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class PlanImporter(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <param name="document">What it holds.</param>
    /// <param name="settings">How it is to be imported; what is to be created are departments.</param>
    /// <param name="cancellation">Stops it: nothing is then stored, and the report says so.</param>
    public async Task<PlanImportReport> ImportAsync(PlanDocument document, ImportSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(settings);
        try
        {
            // Read without a lock first: a faulty file is refused at once.
            await using (var context = await contexts.ReadAsync(cancellation))
            {
                var now = DateNotation.ToMicrosecond(time.GetUtcNow());
                var first = await PlanImportReading.ReadAsync(context, document, settings, now, cancellation);
                if (RefusalOf(document, first.File) is { } refused) return refused;
            }

            await using var change = await Change.BeginAsync(contexts, settings.Actor, time, ChangeLock.Plan, cancellation);
            await change.LockAsync(ChangeLock.Catalogue, cancellation);
            return await ImportAsync(change, document, settings, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return PlanImportReport.StoppedAtOnce with { Rows = document.Rows };
        }
    }

    private static async Task<PlanImportReport> ImportAsync(
        Change change, PlanDocument document, ImportSettings settings, CancellationToken cancellation)
    {
        var read = await PlanImportReading.ReadAsync(change.Context, document, settings, change.Now, cancellation);
        if (RefusalOf(document, read.File) is { } refused) return refused;
        var comparison = PlanComparison.Of(read.Book, read.File.Drafts.Select(d => d.Statement));
        var report = ReportOf(document, read.File, comparison);
        if (settings.DryRun) return report;
        await PutDepartmentsAsync(change.Context, read.File, cancellation);
        await AppendAsync(change, comparison.Stored, cancellation);
        await PlanMessages.OwnersAsync(change, read.Book.At(new AsOf(change.Now)), comparison.Stored, cancellation);
        if (comparison.Stored.Count + read.File.NewDepartments.Count + read.File.ChangedDepartments.Count > 0)
        {
            change.Audit("plan.import", settings.File, new
            {
                report.Rows,
                report.New,
                report.Changed,
                report.Unchanged,
                Statements = comparison.Stored.Count,
                NewDepartments = read.File.NewDepartments.Select(d => d.Name),
                ChangedDepartments = read.File.ChangedDepartments.Select(d => d.Name),
            });
        }

        await change.CommitAsync(cancellation);
        return report;
    }

    private static async Task PutDepartmentsAsync(DashboardContext context, PlanReading file, CancellationToken cancellation)
    {
        foreach (var department in file.NewDepartments) context.Put(department, null);
        string[] codes = [.. file.ChangedDepartments.Select(d => d.Code)];
        var versions = codes.Length == 0 ? [] : await context.Departments.Where(d => codes.Contains(d.Code))
            .Select(d => new { d.Code, Version = EF.Property<int>(d, CatalogueConfiguration.Version) })
            .ToDictionaryAsync(d => d.Code, d => d.Version, cancellation);
        foreach (var department in file.ChangedDepartments) context.Put(department, versions[department.Code]);
        await context.SaveChangesAsync(cancellation);
    }

    private static async Task AppendAsync(Change change, IReadOnlyList<PlanStatement> statements, CancellationToken cancellation)
    {
        // Items stand before the progress that is reported of them.
        foreach (var part in statements.GroupBy(s => s is ProgressStatement).OrderBy(g => g.Key))
        {
            change.Context.AddRange(part.Select(s => PlanStatementEntity.Of(s with { Origin = s.Origin with { Actor = change.Actor } })));
            await change.SaveAsync(cancellation);
        }
    }

    private static PlanImportReport ReportOf(PlanDocument document, PlanReading file, PlanComparison comparison)
    {
        int Count(PlanChangeKind kind) => comparison.Kinds.Count(k => k == kind);
        var departments = file.Rows - file.Drafts.Count - file.RepeatedRows;
        return new()
        {
            Rows = file.Rows,
            New = Count(PlanChangeKind.New) + departments - file.UnchangedDepartments - file.ChangedDepartments.Count,
            Changed = Count(PlanChangeKind.Changed) + file.ChangedDepartments.Count,
            Unchanged = Count(PlanChangeKind.Unchanged) + file.UnchangedDepartments + file.RepeatedRows,
            Outcomes = [.. file.Drafts.Zip(comparison.Kinds, (draft, kind) => new PlanRowOutcome(draft, kind))],
            NewDepartments = file.NewDepartments,
            Warnings = [.. document.Warnings, .. file.Warnings],
        };
    }

    /// <summary>What is said of a file that is refused; null of one that is not.</summary>
    private static PlanImportReport? RefusalOf(PlanDocument document, PlanReading file)
    {
        PlanFault[] faults = [.. document.Faults, .. file.Faults];
        return faults.Length == 0 ? null : new()
        {
            Rows = file.Rows,
            Rejected = faults.Select(f => (f.Sheet, f.Fault.Line)).Distinct().Count(),
            Faults = faults,
            Warnings = [.. document.Warnings, .. file.Warnings],
        };
    }
}
