using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// The one way in for documents: all of a file or nothing, in one transaction with its audit event. A file that is refused
/// or tried out leaves nothing behind.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class Importer(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Imports a file.</summary>
    /// <param name="document">What it holds.</param>
    /// <param name="settings">How it is to be imported.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it: nothing is then stored, and the report says so.</param>
    public async Task<ImportReport> ImportAsync(
        ImportDocument document,
        ImportSettings settings,
        Action<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(settings);
        var read = ImportReport.StoppedAtOnce with { Rows = document.Rows };
        try
        {
            progress?.Invoke(new(ImportStep.Reading, 0, document.Table.Rows.Count));
            ImportReading reading;
            await using (var context = await contexts.ReadAsync(cancellation))
            {
                reading = await ImportReading.ReadAsync(context, document.Table, settings, Now(), cancellation);
            }

            if (reading.Figures.Faults.Count > 0)
            {
                return Refused(ReportOf(document, reading.Figures), reading.Figures.Faults);
            }

            await using var change = await Change.BeginAsync(contexts, settings.Actor, time, ChangeLock.Figures, cancellation);
            reading = await reading.AtAsync(change.Context, document.Table, settings, change.Now, cancellation);
            read = ReportOf(document, reading.Figures);
            var report = await ImportAsync(change, document, reading, settings, change.Now, progress, cancellation);
            if (report.Accepted && !settings.DryRun)
            {
                await change.CommitAsync(cancellation);
            }

            return report;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return read with { Stopped = true };
        }
    }

    /// <summary>Imports a file in the caller's change, which must be left when the file is refused.</summary>
    /// <param name="change">Under the lock of figures.</param>
    /// <param name="document">What the file holds.</param>
    /// <param name="settings">How it is to be imported.</param>
    /// <param name="cancellation">Throws where it stands.</param>
    internal async Task<ImportReport> ImportAsync(
        Change change, ImportDocument document, ImportSettings settings, CancellationToken cancellation)
    {
        var now = Now();
        var reading = await ImportReading.ReadAsync(change.Context, document.Table, settings, now, cancellation);
        return await ImportAsync(change, document, reading, settings, now, null, cancellation);
    }

    private DateTimeOffset Now() => DateNotation.ToMicrosecond(time.GetUtcNow());

    /// <summary>Compares what was read with what is held, and stores what is new.</summary>
    private static async Task<ImportReport> ImportAsync(
        Change change,
        ImportDocument document,
        ImportReading read,
        ImportSettings settings,
        DateTimeOffset now,
        Action<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        var reading = read.Figures;
        var report = ReportOf(document, reading);
        if (reading.Faults.Count > 0)
        {
            return Refused(report, reading.Faults);
        }

        var (comparison, consequences) = await CompareAsync(change.Context, read, now, progress, cancellation);
        report = report with { Warnings = [.. report.Warnings.Concat(comparison.Notices).OrderBy(w => w.Line)] };
        if (comparison.Faults.Count > 0)
        {
            return Refused(report, comparison.Faults);
        }

        report = report with
        {
            New = comparison.New.Count,
            Unchanged = comparison.Unchanged,
            Superseding = consequences.Superseding,
            Conflicts = consequences.Conflicts,
            Findings = consequences.Findings,
        };
        return settings.DryRun
            ? report
            : await StoreAsync(change, document, reading, comparison.New, report, settings, now, progress, cancellation);
    }

    /// <summary>Compares what was read with what is held. No more of both is kept than what is told.</summary>
    private static async Task<(Comparison Comparison, Consequences Consequences)> CompareAsync(
        DashboardContext context, ImportReading read, DateTimeOffset now, Action<ImportProgress>? progress, CancellationToken cancellation)
    {
        progress?.Invoke(new(ImportStep.Comparing, 0, read.Figures.Figures.Count));
        var rules = await SnapshotLoader.RulesAsync(context, read.Catalogue, cancellation);
        var families = new IndicatorFamilies(rules);
        var held = await HeldFigures.ReadAsync(context, read.Catalogue, read.Figures, families, cancellation);
        var added = new AddedFigures(held, families, now);
        var comparison = Comparison.Of(read.Figures, held, added.Add);
        progress?.Invoke(new(ImportStep.Checking, 0, comparison.New.Count));
        cancellation.ThrowIfCancellationRequested();
        return (comparison, comparison.Faults.Count > 0 ? Consequences.None : Consequences.Of(held, comparison.New, added, rules));
    }

    private static async Task<ImportReport> StoreAsync(
        Change change,
        ImportDocument document,
        FigureReading reading,
        IReadOnlyCollection<FigureDraft> figures,
        ImportReport report,
        ImportSettings settings,
        DateTimeOffset now,
        Action<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        var planEntries = 0;
        if (document.Plan is { } plan)
        {
            try
            {
                planEntries = await new PlanStore(change.Context).AddAsync(plan, cancellation);
            }
            catch (DbUpdateException refused) when (refused.InnerException is PostgresException contradiction && contradiction.SqlState.StartsWith("23", StringComparison.Ordinal))
            {
                return Refused(report, [Fault.OfFile(FaultReason.MalformedJson, ((PostgresException)refused.InnerException).MessageText)]);
            }
        }

        RecordedDigests? digest = null;
        if (figures.Count > 0)
        {
            var recording = await Recording.BeginAsync(change.Connection, cancellation);
            var store = new FigureStore(change.Connection);
            await store.CreateAsync(reading.NewIndicators, reading.NewUnits, cancellation);
            await store.AppendAsync(
                figures, now, done => progress?.Invoke(new(ImportStep.Storing, done, figures.Count)), cancellation);
            digest = await recording.DigestsAsync(cancellation);
            progress?.Invoke(new(ImportStep.Storing, figures.Count, figures.Count));
        }

        if (planEntries + figures.Count > 0)
        {
            change.Audit(
                "import",
                settings.File,
                new
                {
                    report.Rows,
                    report.Figures,
                    report.New,
                    report.Unchanged,
                    report.Superseding,
                    report.Conflicts,
                    report.Findings,
                    PlanEntries = planEntries,
                    NewIndicators = reading.NewIndicators.Select(i => i.Name),
                    NewUnits = reading.NewUnits.Select(u => u.Name),
                    Digest = digest,
                });
        }

        return report;
    }

    private static ImportReport ReportOf(ImportDocument document, FigureReading reading) => new()
    {
        Rows = document.Rows,
        Figures = reading.Figures.Count,
        Warnings = reading.Warnings,
    };

    private static ImportReport Refused(ImportReport report, IReadOnlyList<Fault> faults) => report with
    {
        New = 0,
        Unchanged = 0,
        Faults = faults,
        Rejected = faults.Select(f => f.Line).Distinct().Count(),
    };
}
