using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Data.Model.Supervision;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads notices and what was done about them. What this version does not understand is left out.</summary>
internal static class NoticeReader
{
    /// <summary>The book with what was issued and done since.</summary>
    /// <param name="context">The context.</param>
    /// <param name="held">What is held.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<NoticeBook> ReadAsync(DashboardContext context, NoticeBook held, CancellationToken cancellation)
    {
        var (assigned, done) = (held.LastAssignmentId, held.LastEventId);
        return held.With(
            await AssignedAsync(context, context.Notices.Where(n => n.Id > assigned), cancellation),
            await DoneAsync(context, context.NoticeEvents.Where(e => e.Id > done), cancellation));
    }

    /// <summary>The book of a notice and of those that were issued together with it; empty if there is no such notice.</summary>
    /// <param name="context">The context.</param>
    /// <param name="number">Which.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<NoticeBook> ReadAsync(DashboardContext context, NoticeNumber number, CancellationToken cancellation)
    {
        var dispatch = context.Notices.Where(n => context.Notices.Any(one => one.Number == number && one.Dispatch == n.Dispatch));
        return NoticeBook.Empty.With(
            await AssignedAsync(context, dispatch, cancellation),
            await DoneAsync(context, context.NoticeEvents.Where(e => dispatch.Any(n => n.Number == e.Number)), cancellation));
    }

    private static async Task<List<NoticeAssignment>> AssignedAsync(
        DashboardContext context, IQueryable<NoticeEntity> rows, CancellationToken cancellation) =>
        await rows.Known(context).OrderBy(n => n.Id)
            .Select(n => new NoticeAssignment
            {
                Id = n.Id,
                Number = n.Number,
                Dispatch = n.Dispatch,
                Grade = n.Grade,
                Subject = n.Subject,
                Requirement = n.Requirement,
                Origin = n.Origin,
                Reference = n.Reference,
                Lead = n.LeadCode,
                Assisting = n.Assisting,
                Person = n.Person,
                Mode = n.Mode,
                By = new(n.AssignedBy, n.Author.DisplayName),
                At = n.AssignedAt,
            })
            .ToListAsync(cancellation);

    private static async Task<List<NoticeEvent>> DoneAsync(
        DashboardContext context, IQueryable<NoticeEventEntity> rows, CancellationToken cancellation)
    {
        var done = await rows.Known(context).OrderBy(e => e.Id)
            .Select(e => new { Event = e, Name = e.Author!.DisplayName })
            .AsNoTracking()
            .ToListAsync(cancellation);
        var files = await FilesAsync(context, [.. done.SelectMany(d => d.Event.Files)], cancellation);
        return done.ConvertAll(d => new NoticeEvent
        {
            Id = d.Event.Id,
            Number = d.Event.Number,
            Act = d.Event.Act,
            Text = d.Event.Text,
            Evidence = d.Event.Evidence,
            Files = [.. d.Event.Files.Where(files.ContainsKey).Select(id => files[id])],
            Percent = d.Event.Percent,
            From = d.Event.FromDay,
            Until = d.Event.UntilDay,
            Level = d.Event.Level,
            Step = d.Event.Step,
            By = d.Event.DoneBy is { } by ? new Person(by, d.Name) : null,
            At = d.Event.DoneAt,
        });
    }

    /// <summary>Files that went along, by their numbers.</summary>
    private static async Task<Dictionary<long, NoticeEvidence>> FilesAsync(DashboardContext context, long[] numbers, CancellationToken cancellation)
    {
        if (numbers.Length == 0) return [];
        var found = await context.NoticeEvidence.Where(e => numbers.Contains(e.Id))
            .Join(
                context.EvidenceFiles.Known(context), e => e.Hash, f => f.Hash,
                (e, f) => new { e.Id, e.Name, f.Kind, f.Size, f.Hash, e.AddedBy, By = e.Author.DisplayName, e.AddedAt })
            .ToListAsync(cancellation);
        return found.ToDictionary(
            e => e.Id,
            e => new NoticeEvidence(new(e.Id, e.Name, e.Kind, e.Size, Convert.ToHexStringLower(e.Hash)), new(e.AddedBy, e.By), e.AddedAt));
    }
}
