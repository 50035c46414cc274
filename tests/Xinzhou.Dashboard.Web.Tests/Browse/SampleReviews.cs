using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>Reviews that were signed, for pages that show seals.</summary>
internal static class SampleReviews
{
    /// <summary>A review of a milestone, signed in one go on 15 January 2026.</summary>
    public static ReviewBook Signed(int milestone, params (string Dimension, ReviewVerdict Verdict)[] verdicts)
    {
        var (by, at) = (new Person(Guid.Empty, "张市长"), new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.FromHours(8)));
        return ReviewBook.Of(
        [
            new()
            {
                Id = 1,
                Subject = ReviewSubject.Milestone(milestone),
                HeldOn = new(2026, 1, 15),
                By = by,
                At = at,
                Packs = [new(1, "content", "pack", 1, by, at)],
                Seals =
                [
                    new()
                    {
                        Id = 1,
                        Terms = "{}",
                        Digest = "digest",
                        Pack = "signed",
                        Factor = SignatureFactor.Code,
                        By = by,
                        At = at,
                        Verdicts = [.. verdicts.Select(v => new SealedVerdict(new(v.Dimension, v.Verdict, ReviewDecision.Accept, "说明"), null))],
                    },
                ],
            },
        ]);
    }
}
