using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>
/// The files of evidence. A content stands once, under its hash; it is written and read in parts, so that no file is in
/// memory as a whole.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class EvidenceStore(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Adds a file to an item and quarter, by a reporter of the unit that leads the item. What he added before is given back.</summary>
    /// <param name="key">To what.</param>
    /// <param name="name">As its owner calls it.</param>
    /// <param name="content">Can be sought in; of a size that the installation takes.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then kept.</param>
    public async Task<EvidenceOutcome> AddAsync(CheckInKey key, string? name, Stream content, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Role.Has(Right.EnterReturns) || actor.Department is not { } department) return ChangeRefusal.WrongRole;
        var called = EvidenceCheck.CleanName(name);
        var (kind, fault) = EvidenceCheck.Read(called, content);
        if (kind is not { } what) return fault!.Value;
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, cancellation);

        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Evidence, cancellation);
        var (refusal, notHis) = await CheckInSteps.RefusalAsync(change, key, department, cancellation);
        if (refusal is { } why) return notHis is { } faulty ? faulty : why;
        var (task, item, quarter) = (key.Task, key.Item, key.Quarter);
        var held = await change.Context.Evidence.AsNoTracking()
            .Where(e => e.TaskNumber == task && e.ItemNumber == item && e.Quarter == quarter && e.DepartmentCode == department)
            .Select(e => new { e.Id, e.Name, e.Hash })
            .ToListAsync(cancellation);
        if (held.Find(e => e.Hash.AsSpan().SequenceEqual(hash)) is { } same) return Added(same.Id, same.Name);
        if (held.Count >= EvidenceCheck.MaxFiles) return EvidenceFault.TooMany;
        await EvidenceContent.KeepAsync(change, hash, what, content, cancellation);

        var row = new EvidenceEntity
        {
            TaskNumber = task,
            ItemNumber = item,
            Quarter = quarter,
            DepartmentCode = department,
            Hash = hash,
            Name = called,
            AddedBy = actor.Id,
            AddedAt = change.Now,
        };
        change.Context.Add(row);
        change.Audit("evidence.add", CheckInSteps.SubjectOf(key), new { department, name = called, kind = what, size = content.Length, sha256 = Convert.ToHexStringLower(hash) });
        await change.CommitAsync(cancellation);
        return Added(row.Id, called);

        EvidenceOutcome Added(long id, string of) => new(null, null, null, new(id, of, what, content.Length, Convert.ToHexStringLower(hash)));
    }

    /// <summary>The files that a unit has added to an item and quarter, sent or not, the earliest first.</summary>
    public async Task<IReadOnlyList<Evidence>> ListAsync(CheckInKey key, string department, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var (task, item, quarter) = (key.Task, key.Item, key.Quarter);
        var held = await context.Evidence
            .Where(e => e.TaskNumber == task && e.ItemNumber == item && e.Quarter == quarter && e.DepartmentCode == department)
            .OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Name, e.File.Kind, e.File.Size, e.Hash })
            .ToListAsync(cancellation);
        return [.. held.Select(e => new Evidence(e.Id, e.Name, e.Kind, e.Size, Convert.ToHexStringLower(e.Hash)))];
    }

    /// <summary>A file; null if there is no such.</summary>
    public async Task<StoredEvidence?> FindAsync(long id, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Evidence.Where(e => e.Id == id)
            .Select(e => new { e.Id, e.Name, e.File.Kind, e.File.Size, e.Hash, e.DepartmentCode, IsSent = context.CheckInEvidence.Any(l => l.EvidenceId == e.Id) })
            .SingleOrDefaultAsync(cancellation) is { } found
            ? new StoredEvidence(new(found.Id, found.Name, found.Kind, found.Size, Convert.ToHexStringLower(found.Hash)), found.DepartmentCode, found.IsSent)
            : null;
    }

    /// <summary>Writes the content of a file, part by part.</summary>
    public async Task WriteAsync(Evidence evidence, Stream target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(target);
        await using var context = await contexts.ReadAsync(cancellation);
        var hash = Convert.FromHexString(evidence.Hash);
        var parts = context.EvidenceParts.Where(p => p.Hash == hash).OrderBy(p => p.Number).Select(p => p.Content);
        await foreach (var part in parts.AsAsyncEnumerable().WithCancellation(cancellation)) await target.WriteAsync(part, cancellation);
    }
}
