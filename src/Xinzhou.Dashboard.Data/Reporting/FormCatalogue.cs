using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// The forms, kept by the system administrator. A change makes a new version, in one transaction with the audit event;
/// returns that were opened keep theirs.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="snapshots">Gives the catalogue and the plan that forms speak of.</param>
/// <param name="time">The clock.</param>
public sealed class FormCatalogue(IDbContextFactory<DashboardContext> contexts, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>All forms as they are now, in their order.</summary>
    public async Task<IReadOnlyList<ReturnForm>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await FormReader.AllAsync(context, snapshots.Current.Catalogue, cancellation);
    }

    /// <summary>A form as it is now; null when there is none of the code.</summary>
    public async Task<ReturnForm?> FindAsync(string code, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await FormReader.FindAsync(context, snapshots.Current.Catalogue, code, cancellation);
    }

    /// <summary>The versions of a form, the newest first.</summary>
    public async Task<IReadOnlyList<FormVersion>> HistoryAsync(string code, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.FormVersions.Where(v => v.FormCode == code).OrderByDescending(v => v.Version)
            .Select(v => new FormVersion(
                v.Version, v.Name, v.Rows.Count,
                context.Returns.Count(r => r.FormCode == v.FormCode && r.FormVersion == v.Version),
                context.Returns.Where(r => r.FormCode == v.FormCode && r.FormVersion == v.Version)
                    .OrderBy(r => r.Quarter).Select(r => (Quarter?)r.Quarter).FirstOrDefault(),
                context.Returns.Where(r => r.FormCode == v.FormCode && r.FormVersion == v.Version)
                    .OrderByDescending(r => r.Quarter).Select(r => (Quarter?)r.Quarter).FirstOrDefault(),
                v.Author == null ? null : new(v.Author.Id, v.Author.DisplayName), v.ChangedAt, v.Reason))
            .ToListAsync(cancellation);
    }

    /// <summary>Makes a form say something else, or enters a new one.</summary>
    /// <param name="form">What it is to say; its rows are numbered from 1 in their order.</param>
    /// <param name="seen">The version that was seen; null for a new form.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<FormFault>> SaveAsync(
        ReturnForm form, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        var snapshot = snapshots.Current;
        if (FormCheck.Faults(form, snapshot.Plan.Departments, snapshot.Plan.Tasks) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);

        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Calendar, cancellation);
        var held = await FormReader.FindAsync(change.Context, snapshot.Catalogue, form.Code, cancellation);
        if (SeenVersion.Refusal(held?.Version, seen) is { } outdated) return outdated;
        if (await change.Context.Forms.AnyAsync(f => f.Name == form.Name && f.Code != form.Code, cancellation)) return ChangeRefusal.NameTaken;
        var changes = FormChanges.Between(held, form);
        if (changes.Count == 0) return ChangeRefusal.Unchanged;

        var version = VersionOf(form, (held?.Version ?? 0) + 1, actor, change.Now, reason!.Trim());
        change.Context.Add(version);
        // Before the form itself: the database would give a new form a first version of its own.
        await change.SaveAsync(cancellation);
        await PutAsync(change.Context, form, version, cancellation);
        change.Context.AddRange(RowsOf(form, version.Version));
        change.Audit("form.set", $"form {form.Code}", new { reason = version.Reason, version = version.Version, changes });
        await change.CommitAsync(cancellation);
        return new();
    }

    private static FormVersionEntity VersionOf(ReturnForm form, int number, Actor actor, DateTimeOffset now, string reason) => new()
    {
        FormCode = form.Code,
        Version = number,
        Name = form.Name,
        NameEn = form.NameEn,
        Stage = form.Stage,
        ChangedBy = actor.Id,
        ChangedAt = now,
        Reason = reason,
    };

    private static IEnumerable<FormRowEntity> RowsOf(ReturnForm form, int number) => form.Rows.Select(row => new FormRowEntity
    {
        FormCode = form.Code,
        Version = number,
        Number = row.Number,
        IndicatorCode = row.Indicator?.Code,
        UnitCode = row.Unit?.Code,
        TaskNumber = row.Task,
        Measure = row.Task is null ? row.Measure : (Measure?)null,
        Timing = row.Timing,
        Uom = row.Uom,
        Decimals = row.Decimals,
        AsksGrowth = row.AsksGrowth,
        Indent = row.Indent,
        PartRow = row.PartRow,
        TotalRow = row.TotalRow,
    });

    private static async Task PutAsync(DashboardContext context, ReturnForm form, FormVersionEntity version, CancellationToken cancellation)
    {
        var kept = await context.Forms.Include(f => f.Departments).SingleOrDefaultAsync(f => f.Code == form.Code, cancellation);
        if (kept is null)
        {
            var order = (await context.Forms.MaxAsync(f => (int?)f.Order, cancellation) ?? 0) + 1;
            kept = new() { Code = form.Code, Order = order, Name = form.Name, Stage = form.Stage, Active = form.Active, Version = version.Version };
            context.Add(kept);
        }

        (kept.Name, kept.NameEn, kept.Stage, kept.Active, kept.Version) = (form.Name, form.NameEn, form.Stage, form.Active, version.Version);
        foreach (var department in kept.Departments) department.Active = form.Departments.Contains(department.DepartmentCode);
        foreach (var department in form.Departments.Where(d => kept.Departments.All(k => k.DepartmentCode != d)).ToArray())
        {
            kept.Departments.Add(new() { FormCode = form.Code, DepartmentCode = department });
        }
    }
}
