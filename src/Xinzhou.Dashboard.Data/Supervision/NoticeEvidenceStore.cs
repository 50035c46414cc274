using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Supervision;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>
/// The files that are added to notices: what a unit shows of its work, and the pictures of those who check it on site. They are kept
/// with the evidence of check-ins, and count from when an act carries them.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeEvidenceStore(IDbContextFactory<DashboardContext> contexts, WorkingDays days, TimeProvider time)
{
    /// <summary>Adds a file to a notice. What his side added before is given back.</summary>
    /// <param name="number">To which.</param>
    /// <param name="name">As its owner calls it.</param>
    /// <param name="content">Can be sought in; of a size that the installation takes.</param>
    /// <param name="actor">Who: the unit that leads, the inspection office or a leader.</param>
    /// <param name="cancellation">Cancels; nothing is then kept.</param>
    public async Task<NoticeEvidenceOutcome> AddAsync(
        NoticeNumber number, string? name, Stream content, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!NoticeRules.MayAdd(actor)) return ChangeRefusal.WrongRole;
        var called = EvidenceCheck.CleanName(name);
        var (kind, fault) = EvidenceCheck.Read(called, content);
        if (kind is not { } what) return fault!.Value;
        var side = SideOf(actor);
        if (side is null && !NoticeRules.IsPicture(what)) return (NoticeFault)NoticeReason.PictureOnly;
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, cancellation);

        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Evidence, cancellation);
        var dispatch = (await NoticeReader.ReadAsync(change.Context, number, cancellation)).Held(days, Shanghai.DayOf(change.Now));
        if (dispatch.FirstOrDefault(n => n.Assignment.Number == number) is not { } notice) return ChangeRefusal.NotFound;
        if (NoticeRules.FaultOfAdding(notice, actor) is { } why) return why;
        var held = await change.Context.NoticeEvidence.AsNoTracking()
            .Where(e => e.Number == number && e.DepartmentCode == side)
            .Select(e => new { e.Id, e.Name, e.Hash })
            .ToListAsync(cancellation);
        if (held.Find(e => e.Hash.AsSpan().SequenceEqual(hash)) is { } same) return Added(same.Id, same.Name);
        var sent = notice.Files.Select(f => f.Evidence.File.Id).ToHashSet();
        if (held.Count(e => !sent.Contains(e.Id)) >= NoticeEntry.MaxFiles) return (NoticeFault)NoticeReason.TooManyFiles;
        await EvidenceContent.KeepAsync(change, hash, what, content, cancellation);

        var row = new NoticeEvidenceEntity
        {
            Number = number,
            DepartmentCode = side,
            Hash = hash,
            Name = called,
            AddedBy = actor.Id,
            AddedAt = change.Now,
        };
        change.Context.Add(row);
        change.Audit(
            "evidence.add", NoticeSteps.SubjectOf(number),
            new { department = side, name = called, kind = what, size = content.Length, sha256 = Convert.ToHexStringLower(hash) });
        await change.CommitAsync(cancellation);
        return Added(row.Id, called);

        NoticeEvidenceOutcome Added(long id, string of) => new(null, null, null, new(id, of, what, content.Length, Convert.ToHexStringLower(hash)));
    }

    /// <summary>The files that somebody's side has added to a notice, gone along or not, the earliest first.</summary>
    public async Task<IReadOnlyList<Evidence>> ListAsync(NoticeNumber number, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!NoticeRules.MayAdd(actor)) return [];
        await using var context = await contexts.ReadAsync(cancellation);
        var side = SideOf(actor);
        var held = await context.NoticeEvidence.Where(e => e.Number == number && e.DepartmentCode == side).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Name, e.File.Kind, e.File.Size, e.Hash })
            .ToListAsync(cancellation);
        return [.. held.Select(e => new Evidence(e.Id, e.Name, e.Kind, e.Size, Convert.ToHexStringLower(e.Hash)))];
    }

    /// <summary>A file; null if there is no such.</summary>
    public async Task<StoredNoticeEvidence?> FindAsync(long id, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.NoticeEvidence.Where(e => e.Id == id)
            .Select(e => new { e.Id, e.Number, e.Name, e.File.Kind, e.File.Size, e.Hash, e.DepartmentCode })
            .SingleOrDefaultAsync(cancellation) is { } found
            ? new StoredNoticeEvidence(found.Number, new(found.Id, found.Name, found.Kind, found.Size, Convert.ToHexStringLower(found.Hash)), found.DepartmentCode)
            : null;
    }

    /// <summary>The unit that somebody adds for; null for those who check on site.</summary>
    private static string? SideOf(Actor actor) => NoticeRules.MayDo(NoticeAct.Feedback, actor) ? actor.Department : null;
}
