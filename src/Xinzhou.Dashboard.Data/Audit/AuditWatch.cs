using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Audit;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Looks at the audit log and the figures by itself, keeps what it found, and raises the alarm.</summary>
/// <param name="application">A data source that connects as the application.</param>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class AuditWatch(NpgsqlDataSource application, IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Who looks, as the log says it.</summary>
    public const string Actor = "schedule";

    /// <summary>What the last look found; null before the first.</summary>
    public async Task<AuditCheck?> LastAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await LastAsync(context, cancellation);
    }

    /// <summary>
    /// Looks, unless somebody has looked since it was due. The log must hold what it held at the last look, too. What is wrong
    /// is noted in the log, and the auditors and administrators get a message, as often as it is seen.
    /// </summary>
    /// <param name="due">The moment it was due at.</param>
    /// <param name="digest">Whether a sound log is sealed, too: its events since the last seal.</param>
    /// <param name="keep">Keeps the head of a sound log elsewhere, and the seal if there is one; what it throws undoes the look, so that it is made again.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What was found; null if another instance has looked.</returns>
    public async Task<AuditVerdict?> RunAsync(
        DateTimeOffset due, AuditDigest digest, Func<AuditHead, AuditSeal?, CancellationToken, Task> keep, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(keep);
        await using var change = await Change.BeginAsync(contexts, Actor, time, ChangeLock.Watch, cancellation);
        var last = await LastAsync(change.Context, cancellation);
        if (last?.At >= due) return null;
        // After a fault the next look judges by itself: what cannot be mended would be told of for ever.
        var noted = last is { Fault: null } ? AuditHead.Parse(last.Head) : null;
        var verdict = await AuditVerification.VerifyAsync(application, noted, cancellation);
        if (verdict.IsSound) await keep(verdict.Head, digest == AuditDigest.Sm3 ? await SealAsync(change, verdict.Head, cancellation) : null, cancellation);
        change.Context.Add(new AuditCheckEntity { At = change.Now, Events = verdict.Events, Head = verdict.Head.ToString(), Fault = verdict.Fault });
        if (verdict.Fault is { } fault)
        {
            change.Audit("audit.broken", "", new { events = verdict.Events, fault });
            var people = await change.Context.Users
                .Where(u => (u.Role == Role.Auditor || u.Role == Role.Admin || u.Role == Role.Security) && u.DisabledAt == null)
                .Select(u => u.Id).ToListAsync(cancellation);
            change.Context.AddRange(people.Select(u => new MessageEntity { UserId = u, At = change.Now, Kind = MessageKind.AuditBroken, Details = new() }));
        }

        await change.CommitAsync(cancellation);
        return verdict;
    }

    /// <summary>Seals what is not sealed yet. The log tells of each seal, so that one that is cut off at the end is missed.</summary>
    private static async Task<AuditSeal?> SealAsync(Change change, AuditHead head, CancellationToken cancellation)
    {
        if (await AuditSeals.NextAsync(change.Connection, head, change.Now, cancellation) is not { } sealing) return null;
        var seal = new AuditSeal(sealing.Last, Convert.ToHexStringLower(sealing.Seal));
        change.Context.Add(sealing);
        change.Audit(AuditSeals.Action, "", new { from = sealing.First, to = sealing.Last, sm3 = seal.Hash });
        return seal;
    }

    private static async Task<AuditCheck?> LastAsync(DashboardContext context, CancellationToken cancellation) =>
        await context.AuditChecks.OrderByDescending(c => c.Id).Select(c => new AuditCheck(c.At, c.Events, c.Head, c.Fault)).FirstOrDefaultAsync(cancellation);
}
