using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Reporting.Batches;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Lists returns for a reviewer, and reads what he compares one with.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="returns">Lists returns.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewList(IDbContextFactory<DashboardContext> contexts, ReturnList returns, TimeProvider time)
{
    /// <summary>The maximum number of returns on a page.</summary>
    public const int PageSize = 100;

    /// <summary>
    /// Returns by urgency: those that wait and are overdue, those that wait, the others; each by due date, then by how long
    /// they wait.
    /// </summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="filter">Which returns.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<ReviewItem>> ListAsync(Actor reader, ReviewFilter filter, int page = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        await using var context = await contexts.ReadAsync(cancellation);
        var ids = await ByUrgency(filter.Of(context.Returns)).Select(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return await ItemsAsync(context, reader, ids, cancellation);
    }

    /// <summary>Some returns, by urgency; those that there are not are missing.</summary>
    public async Task<IReadOnlyList<ReviewItem>> FindAsync(Actor reader, IReadOnlyCollection<int> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0) return [];
        await using var context = await contexts.ReadAsync(cancellation);
        var ordered = await ByUrgency(context.Returns.Where(r => ids.Contains(r.Id))).Select(r => r.Id).ToListAsync(cancellation);
        return await ItemsAsync(context, reader, ordered, cancellation);
    }

    /// <summary>The most urgent return that waits for somebody who may decide on it; null if none does.</summary>
    /// <param name="reader">Who looks: what he has entered himself is not for him.</param>
    /// <param name="but">The number of a return that is left out.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ReviewItem?> NextAsync(Actor reader, int but, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        await using var context = await contexts.ReadAsync(cancellation);
        var ids = await ByUrgency(context.Returns.Where(r => r.State == ReturnState.Submitted && r.Id != but
                && !context.ReturnCellChanges.Any(c => c.ReturnId == r.Id && c.ChangedBy == reader.Id)))
            .Select(r => r.Id).Take(1).ToListAsync(cancellation);
        return (await ItemsAsync(context, reader, ids, cancellation)).SingleOrDefault();
    }

    /// <summary>How many returns of the same quarter, form and department each part of the way has.</summary>
    public async Task<ReviewCounts> CountsAsync(ReviewFilter filter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var now = time.GetUtcNow();
        await using var context = await contexts.ReadAsync(cancellation);
        var groups = await filter.Narrowed(context.Returns)
            .GroupBy(r => new { r.State, IsCorrection = r.Correction != null, IsOverdue = r.Calendar.Dates.DueAt <= now })
            .Select(g => new { g.Key.State, g.Key.IsCorrection, g.Key.IsOverdue, Count = g.Count() })
            .ToListAsync(cancellation);
        int Count(params ReturnState[] states) => groups.Where(g => states.Contains(g.State)).Sum(g => g.Count);
        return new(
            new Dictionary<ReviewShow, int>
            {
                [ReviewShow.Waiting] = Count(ReturnState.Submitted),
                [ReviewShow.Returned] = Count(ReturnState.Returned),
                [ReviewShow.Owed] = Count(ReturnState.Open, ReturnState.InProgress),
                [ReviewShow.Correcting] = groups.Where(g => g.IsCorrection).Sum(g => g.Count),
                [ReviewShow.Released] = Count(ReturnState.Released),
                [ReviewShow.All] = groups.Sum(g => g.Count),
            },
            groups.Where(g => g is { State: ReturnState.Submitted, IsCorrection: false, IsOverdue: true }).Sum(g => g.Count));
    }

    /// <summary>What was submitted the time before the last; null when there was no such time.</summary>
    public async Task<ReturnSubmission?> BeforeLastAsync(Return filled, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filled);
        if (filled.LastSubmission is not { Number: > 1 and var number })
        {
            return null;
        }

        await using var context = await contexts.ReadAsync(cancellation);
        return await ReturnReader.SubmissionAsync(context, filled.Id, number - 1, cancellation);
    }

    /// <summary>True when a person has entered anything in a return, also what somebody else has changed since, or has submitted it.</summary>
    public async Task<bool> HasEnteredAsync(int id, Guid person, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.HasEnteredAsync(id, person, cancellation);
    }

    private IQueryable<ReturnEntity> ByUrgency(IQueryable<ReturnEntity> returns)
    {
        var now = time.GetUtcNow();
        return returns
            .OrderBy(r => r.State != ReturnState.Submitted ? 3 : r.Correction != null ? 2 : r.Calendar.Dates.DueAt <= now ? 0 : 1)
            .ThenBy(r => r.State == ReturnState.Submitted ? (DateTimeOffset?)r.Calendar.Dates.DueAt : null)
            .ThenBy(r => r.State == ReturnState.Submitted ? r.Submissions.Max(s => (DateTimeOffset?)s.At) : null)
            .ThenByDescending(r => r.Quarter).ThenBy(r => r.Calendar.Form.Order).ThenBy(r => r.ReportedBy.Department.Order);
    }

    private async Task<IReadOnlyList<ReviewItem>> ItemsAsync(DashboardContext context, Actor reader, List<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var which = context.Returns.Where(r => ids.Contains(r.Id));
        var summaries = (await returns.SummariesAsync(which, all => all, cancellation)).ToDictionary(s => s.Id);
        var more = await which.Select(r => new
        {
            r.Id,
            r.Correction,
            Last = r.Submissions.OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Author.DisplayName, s.At }).FirstOrDefault(),
            Explained = r.Cells.Count(c => c.Entry.Explanation != null && c.Entry.Explanation != ""),
            IsOwn = context.ReturnCellChanges.Any(c => c.ReturnId == r.Id && c.ChangedBy == reader.Id) || r.Submissions.Any(s => s.By == reader.Id),
        }).ToDictionaryAsync(r => r.Id, cancellation);
        return
        [
            .. ids.Where(i => summaries.ContainsKey(i) && more.ContainsKey(i)).Select(i => new ReviewItem(
                summaries[i], more[i].Last?.Number ?? 0, more[i].Last?.DisplayName, more[i].Last?.At, more[i].Correction, more[i].Explained, more[i].IsOwn)),
        ];
    }
}
