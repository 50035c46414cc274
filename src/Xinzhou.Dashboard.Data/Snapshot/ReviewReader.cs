using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads reviews with all that belongs to them but the content of their packs. What is not understood is left out.</summary>
internal static class ReviewReader
{
    /// <param name="context">The context.</param>
    /// <param name="leftOut">Counts what is left out; null where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ReviewBook> ReadAsync(DashboardContext context, LeftOutRows? leftOut, CancellationToken cancellation)
    {
        leftOut?.Forget("reviews", "review_seals", "review_verdicts", "review_matters", "review_matter_reports");
        var reviews = await KnownRows.ReadAsync(context, context.PlanReviews, "reviews", leftOut, cancellation);
        var packs = await context.ReviewPacks.OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.ReviewId, p.ContentHash, p.Hash, p.Size, p.FrozenBy, p.FrozenAt }).ToListAsync(cancellation);
        var seals = await KnownRows.ReadAsync(context, context.ReviewSeals, "review_seals", leftOut, cancellation);
        var verdicts = await KnownRows.ReadAsync(context, context.ReviewVerdicts, "review_verdicts", leftOut, cancellation);
        var matters = await KnownRows.ReadAsync(context, context.ReviewMatters, "review_matters", leftOut, cancellation);
        var reports = await KnownRows.ReadAsync(context, context.ReviewMatterReports, "review_matter_reports", leftOut, cancellation);
        Guid[] ids =
        [
            .. reviews.Select(r => r.PreparedBy).Concat(packs.Select(p => p.FrozenBy)).Concat(seals.Select(s => s.SignedBy))
                .Concat(matters.Select(m => m.NotedBy)).Concat(reports.Select(r => r.NotedBy)).Distinct(),
        ];
        var names = await context.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        Person Who(Guid id) => new(id, names[id]);

        var packsOf = packs.ToLookup(p => p.ReviewId, p => new FrozenPack(p.Id, p.ContentHash, p.Hash, p.Size, Who(p.FrozenBy), p.FrozenAt));
        var verdictsOf = verdicts.OrderBy(v => v.Id).ToLookup(v => v.SealId, v => new SealedVerdict(
            new(v.DimensionCode, v.Verdict, v.Decision, v.Comment, v is { LeadCode: { } lead, Grade: { } grade } ? new(lead, grade) : null), v.NoticeNumber?.Code));
        var sealsOf = seals.OrderBy(s => s.Id).ToLookup(s => s.ReviewId, s => new ReviewSeal
        {
            Id = s.Id,
            Terms = s.Terms,
            Digest = s.Digest,
            Pack = s.Hash,
            Factor = s.Factor,
            By = Who(s.SignedBy),
            At = s.SignedAt,
            Verdicts = [.. verdictsOf[s.Id]],
        });
        var reportsOf = reports.OrderBy(r => r.Id).ToLookup(r => r.MatterId, r => new MatterReport(r.Id, r.MatterId, r.State, r.Text, Who(r.NotedBy), r.NotedAt));
        var mattersOf = matters.OrderBy(m => m.Id).ToLookup(m => m.ReviewId, m => new ReviewMatter
        {
            Id = m.Id,
            Review = m.ReviewId,
            Text = m.Text,
            Owner = m.OwnerCode,
            Person = m.Person,
            Due = m.Due,
            By = Who(m.NotedBy),
            At = m.NotedAt,
            Reports = [.. reportsOf[m.Id]],
        });
        return ReviewBook.Of(reviews.Select(r => new PlanReview
        {
            Id = r.Id,
            Subject = r.Subject,
            HeldOn = r.HeldOn,
            By = Who(r.PreparedBy),
            At = r.PreparedAt,
            Packs = [.. packsOf[r.Id]],
            Seals = [.. sealsOf[r.Id]],
            Matters = [.. mattersOf[r.Id]],
        }));
    }
}
