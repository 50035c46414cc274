using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Lists returns for a reviewer, and reads what he compares one with.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="returns">Lists returns.</param>
/// <param name="time">The clock.</param>
public sealed class ReviewList(IDbContextFactory<DashboardContext> contexts, ReturnList returns, TimeProvider time)
{
    /// <summary>
    /// All returns by urgency: those that wait and are overdue, those that wait, the others; each by due date, then by how
    /// long they wait.
    /// </summary>
    public async Task<IReadOnlyList<ReviewItem>> AllAsync(Actor reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var now = time.GetUtcNow();
        var all = await returns.AllAsync(cancellation: cancellation);
        await using var context = await contexts.ReadAsync(cancellation);
        var more = await context.Returns.Select(r => new
        {
            r.Id,
            r.Correction,
            Last = r.Submissions.OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Author.DisplayName, s.At }).FirstOrDefault(),
            Explained = r.Cells.Count(c => c.Entry.Explanation != null && c.Entry.Explanation != ""),
            IsOwn = context.ReturnCellChanges.Any(c => c.ReturnId == r.Id && c.ChangedBy == reader.Id),
        }).ToDictionaryAsync(r => r.Id, cancellation);
        return
        [
            .. all.Where(s => more.ContainsKey(s.Id)).Select(s => (Summary: s, More: more[s.Id]))
                .Select(i => new ReviewItem(
                    i.Summary, i.More.Last?.Number ?? 0, i.More.Last?.DisplayName, i.More.Last?.At, i.More.Correction, i.More.Explained, i.More.IsOwn))
                .OrderBy(i => i.Waits ? i.Presses ? i.Summary.Dates.IsOverdue(now) ? 0 : 1 : 2 : 3)
                .ThenBy(i => i.Waits ? i.Summary.Dates.DueAt : DateTimeOffset.MinValue)
                .ThenBy(i => i.Waits ? i.SubmittedAt : null)
                .ThenByDescending(i => i.Summary.Quarter.Code, StringComparer.Ordinal),
        ];
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

    /// <summary>True when a person has entered anything in a return, also what somebody else has changed since.</summary>
    public async Task<bool> HasEnteredAsync(int id, Guid person, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.HasEnteredAsync(id, person, cancellation);
    }
}
