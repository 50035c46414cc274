using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Tests.Reviews;

/// <summary>What may be reviewed, said and signed. It is 14 October 2026.</summary>
public sealed class ReviewRulesTests
{
    private static readonly DateOnly Today = new(2026, 10, 14);
    private static readonly DateTimeOffset Morning = new(2026, 10, 14, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Person Office = new(Guid.NewGuid(), "督查人员");

    private static readonly CityPlan Plan = CityPlan.Empty with
    {
        Dimensions = [Dimension("industry", 1), Dimension("reform", 2)],
        Milestones = [new() { Year = 2025, Goal = "稳步前进" }, new() { Year = 2027, Goal = "跃升" }],
        Departments = [new("gxj", "市工信局", 1), new("old", "撤销的局", 2) { DissolvedOn = new(2026, 1, 1) }],
    };

    private static readonly PlanReview Frozen = new()
    {
        Id = 1,
        Subject = ReviewSubject.Milestone(2025),
        HeldOn = Today,
        By = Office,
        At = Morning,
        Packs = [new(1, "c", "p", 10, Office, Morning)],
    };

    [Theory]
    [InlineData("2025", null)]
    [InlineData("2026-Q3", null)]
    [InlineData("2026-Q4", null)]
    [InlineData("2027", ReviewReason.NotBegun)]
    [InlineData("2027-Q1", ReviewReason.NotBegun)]
    [InlineData("2024", ReviewReason.UnknownSubject)]
    public void A_review_is_of_a_milestone_that_there_is_or_of_a_quarter_and_of_what_has_begun(string code, ReviewReason? fault) =>
        Assert.Equal(fault, ReviewRules.Preparing(ReviewBook.Empty, ReviewSubject.Parse(code)!.Value, Today, Plan, Today));

    [Fact]
    public void It_has_a_day_not_before_its_time_and_not_beyond_a_year()
    {
        Assert.Equal(ReviewReason.DayMissing, Preparing(ReviewBook.Empty, null));
        Assert.Equal(ReviewReason.DayWrong, Preparing(ReviewBook.Empty, new(2024, 12, 31)));
        Assert.Equal(ReviewReason.DayWrong, Preparing(ReviewBook.Empty, Today.AddDays(367)));
        Assert.Null(Preparing(ReviewBook.Empty, Today.AddDays(366)));
    }

    [Fact]
    public void Another_review_of_the_same_waits_until_the_first_is_signed_and_is_only_of_what_was_not_accepted()
    {
        Assert.Equal(ReviewReason.AlreadyOpen, Preparing(ReviewBook.Of([Frozen]), Today));
        var half = Signed(Frozen, 1, Accepted("industry"));
        Assert.Equal(ReviewReason.AlreadyOpen, Preparing(ReviewBook.Of([half]), Today));
        var all = Signed(half, 2, Entry("reform", ReviewVerdict.NotAchieved, ReviewDecision.SendBack));
        Assert.Null(Preparing(ReviewBook.Of([all]), Today));

        var again = Frozen with { Id = 2 };
        var book = ReviewBook.Of([all, again]);
        Assert.Equal(ReviewReason.AcceptedBefore, Assert.Single(Faults(book, again, Accepted("industry"))).Reason);
        Assert.Empty(Faults(book, again, Accepted("reform")));
        var done = ReviewBook.Of([all, Signed(again, 3, Accepted("reform"))]);
        Assert.Equal(ReviewReason.AllAccepted, Preparing(done, Today));
        Assert.Equal(ReviewVerdict.Achieved, done.Latest(Frozen.Subject, "reform")!.Value.Verdict.Entry.Verdict);
    }

    [Fact]
    public void The_review_that_was_signed_last_is_the_one_with_the_last_signature_that_was_known()
    {
        var milestone = Signed(Frozen, 1, Accepted("industry"));
        var quarter = Signed(Frozen with { Id = 2, Subject = ReviewSubject.Parse("2026-Q3")!.Value }, 2, Accepted("industry"));
        var later = milestone with { Seals = [.. milestone.Seals, milestone.Seals[0] with { Id = 3, At = Morning.AddHours(3) }] };

        Assert.Null(ReviewBook.Of([Frozen]).LastSigned);
        Assert.Equal(1, ReviewBook.Of([milestone, Frozen with { Id = 2 }]).LastSigned?.Id);
        Assert.Equal(1, ReviewBook.Of([later, quarter]).LastSigned?.Id);
        Assert.Null(ReviewBook.Of([later, quarter]).At(new(Morning)).LastSigned);
    }

    [Theory]
    [InlineData("industry", ReviewVerdict.Achieved, ReviewDecision.Accept, null, null, null)]
    [InlineData("industry", ReviewVerdict.MostlyAchieved, ReviewDecision.Accept, "个别滞后", null, null)]
    [InlineData("industry", ReviewVerdict.MostlyAchieved, ReviewDecision.Accept, "  ", null, ReviewReason.CommentMissing)]
    [InlineData("industry", ReviewVerdict.Achieved, ReviewDecision.Redo, "补办", "gxj", ReviewReason.AchievedNotAccepted)]
    [InlineData("industry", ReviewVerdict.Achieved, ReviewDecision.SendBack, "补办", null, ReviewReason.AchievedNotAccepted)]
    [InlineData("industry", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "补办", "gxj", null)]
    [InlineData("industry", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "补办", "", ReviewReason.LeadMissing)]
    [InlineData("industry", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "补办", null, ReviewReason.LeadMissing)]
    [InlineData("industry", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "补办", "old", ReviewReason.UnknownUnit)]
    [InlineData("industry", ReviewVerdict.NotAchieved, ReviewDecision.Redo, "补办", "none", ReviewReason.UnknownUnit)]
    [InlineData("nothing", ReviewVerdict.Achieved, ReviewDecision.Accept, null, null, ReviewReason.UnknownDimension)]
    public void A_verdict_goes_with_its_decision_and_says_why(
        string dimension, ReviewVerdict verdict, ReviewDecision decision, string? comment, string? lead, ReviewReason? fault)
    {
        var entry = new VerdictEntry(dimension, verdict, decision, comment, lead is null ? null : new(lead, MatterGrade.Ordinary)).Trimmed();

        Assert.Equal(fault, Faults(ReviewBook.Of([Frozen]), Frozen, entry).FirstOrDefault()?.Reason);
    }

    [Fact]
    public void Nobody_signs_nothing_a_dimension_twice_or_what_is_signed()
    {
        var book = ReviewBook.Of([Frozen]);
        Assert.Equal(ReviewReason.NothingSaid, Assert.Single(Faults(book, Frozen)).Reason);
        Assert.Equal(new ReviewFault(ReviewReason.UnknownDimension, "industry"), Assert.Single(Faults(book, Frozen, Accepted("industry"), Accepted("industry"))));
        var signed = Signed(Frozen, 1, Entry("industry", ReviewVerdict.NotAchieved, ReviewDecision.SendBack));
        Assert.Equal(ReviewReason.AlreadySigned, Assert.Single(Faults(ReviewBook.Of([signed]), signed, Accepted("industry"))).Reason);
        Assert.Equal(ReviewReason.TooLong, Assert.Single(Faults(book, Frozen, Accepted("industry") with { Comment = new('长', 501) })).Reason);
    }

    [Fact]
    public void A_review_opens_with_what_the_last_decided_and_what_is_still_owed_of_earlier_ones()
    {
        var (first, second) = (Frozen with { Matters = [Matter(1, 1, MatterState.Done), Matter(2, 1)] }, Frozen with { Id = 2, Subject = ReviewSubject.Parse("2026-Q2")!.Value, Matters = [Matter(3, 2, MatterState.Dropped)] });
        var third = Frozen with { Id = 3, Subject = ReviewSubject.Parse("2026-Q3")!.Value };
        var book = ReviewBook.Of([first, second, third]);

        Assert.Equal([2, 3], book.OpeningWith(third).Select(m => m.Id));
        Assert.Equal([1, 2], book.OpeningWith(second).Select(m => m.Id));
        Assert.Empty(book.OpeningWith(first));
        Assert.True(Matter(2, 1).IsLate(new(2026, 12, 1)));
    }

    [Fact]
    public void What_was_signed_later_is_not_known_before()
    {
        var book = ReviewBook.Of([Signed(Frozen, 1, Accepted("industry"))]);

        Assert.Null(book.At(new AsOf(Morning)).Latest(Frozen.Subject, "industry"));
        Assert.NotNull(book.At(new AsOf(Morning.AddHours(2))).Latest(Frozen.Subject, "industry"));
        Assert.Empty(book.At(new AsOf(Morning.AddDays(-1))).All);
    }

    [Fact]
    public void Leaders_sign_the_office_prepares_and_nobody_else_does_either()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor(Guid.NewGuid(), "x", "X", role, null);
            Assert.Equal(role == Role.Leader, ReviewRules.MaySign(actor));
            Assert.Equal(role is Role.Leader or Role.Supervisor, ReviewRules.MayPrepare(actor));
        }
    }

    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31", "2025年里程碑")]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30", "2026年三季度")]
    public void A_subject_has_its_days_and_its_name(string code, string first, string last, string name)
    {
        var subject = ReviewSubject.Parse(code)!.Value;
        Assert.Equal((code, first, last, name), (subject.Code, $"{subject.FirstDay:yyyy-MM-dd}", $"{subject.LastDay:yyyy-MM-dd}", subject.Name(english: false)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("20255")]
    [InlineData("0000")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    public void What_is_no_subject_is_none(string code) => Assert.Null(ReviewSubject.Parse(code));

    [Fact]
    public void Every_verdict_and_decision_has_its_words_and_anchor_in_both_languages()
    {
        foreach (var english in new[] { false, true })
        {
            Assert.All(Enum.GetValues<ReviewVerdict>(), v => Assert.All([VerdictAnchors.Name(v, english), VerdictAnchors.Of(v, english), VerdictAnchors.Seal(v, english)], t => Assert.False(string.IsNullOrWhiteSpace(t))));
            Assert.All(Enum.GetValues<ReviewDecision>(), d => Assert.All([VerdictAnchors.Name(d, english), VerdictAnchors.Of(d, english)], t => Assert.False(string.IsNullOrWhiteSpace(t))));
        }

        Assert.Equal(["达成", "基本达成", "未达成"], Enum.GetValues<ReviewVerdict>().Select(v => VerdictAnchors.Name(v)));
        Assert.Equal(["认账", "退回", "再办"], Enum.GetValues<ReviewDecision>().Select(d => VerdictAnchors.Name(d)));
    }

    private static ReviewReason? Preparing(ReviewBook book, DateOnly? heldOn) => ReviewRules.Preparing(book, Frozen.Subject, heldOn, Plan, Today);

    private static ReviewFault[] Faults(ReviewBook book, PlanReview review, params VerdictEntry[] entries) => [.. ReviewRules.Faults(book, review, entries, Plan, Today)];

    private static VerdictEntry Accepted(string dimension) => Entry(dimension, ReviewVerdict.Achieved, ReviewDecision.Accept);

    private static VerdictEntry Entry(string dimension, ReviewVerdict verdict, ReviewDecision decision) => new(dimension, verdict, decision, decision == ReviewDecision.Accept ? null : "说明");

    private static PlanReview Signed(PlanReview review, long id, params VerdictEntry[] entries) => review with
    {
        Seals =
        [
            .. review.Seals,
            new()
            {
                Id = id,
                Terms = "{}",
                Digest = "d",
                Pack = $"p{id}",
                Factor = SignatureFactor.Code,
                By = Office,
                At = Morning.AddHours(1),
                Verdicts = [.. entries.Select(e => new SealedVerdict(e, null))],
            },
        ],
    };

    private static ReviewMatter Matter(long id, long review, MatterState? state = null) => new()
    {
        Id = id,
        Review = review,
        Text = "事项",
        Owner = "gxj",
        Due = new(2026, 11, 30),
        By = Office,
        At = Morning,
        Reports = state is { } so ? [new(id, id, so, "说明", Office, Morning)] : [],
    };

    private static Dimension Dimension(string code, int order) => new() { Code = code, Order = order, Name = code, FullName = code, Heading = code };
}
