using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

public sealed class PlanBaselineTests
{
    private static readonly CityPlan Article = new()
    {
        Tasks =
        [
            new()
            {
                Number = 1, NumberStatus = Status.Provisional, Title = "一", TitleStatus = Status.Provisional, ContentStatus = Status.FromArticle,
                Dimension = "industry", DimensionStatus = Status.FromArticle,
            },
        ],
    };

    [Fact]
    public void The_first_days_that_were_known_stay_whatever_is_said_later()
    {
        var book = PlanBook.Of(Article,
        [
            Said(1, "2025-06-01", start: null, due: "2026-12-31"),
            Said(2, "2025-01-01", start: "2025-02-01", due: null),
            Said(3, "2025-03-01", start: "2025-04-01", due: "2026-06-30"),
        ]);

        Assert.Equal(new(new(2025, 2, 1), new(2026, 6, 30)), BaselineAt(book, "2026-01-01"));
        Assert.Equal(new(new(2025, 2, 1), null), BaselineAt(book, "2025-02-01"));
    }

    [Fact]
    public void A_work_without_a_day_has_no_baseline()
    {
        var book = PlanBook.Of(Article, [Said(1, "2025-01-01", null, null)]);

        Assert.Equal(new(null, null), BaselineAt(book, "2026-01-01"));
    }

    private static PlanBaseline BaselineAt(PlanBook book, string day)
    {
        var asOf = new AsOf(Shanghai.EndOf(Day(day)));
        return PlanBaseline.Of(book, book.At(asOf).Task(1)!.WorkItems[0], asOf);
    }

    private static WorkItemStatement Said(long id, string known, string? start, string? due) => new()
    {
        Task = 1,
        Number = 1,
        Text = "工作",
        Start = start is null ? null : new(Day(start)),
        Due = due is null ? null : new(Day(due)),
        Origin = new()
        {
            Id = id,
            Source = "表",
            KnownFrom = Shanghai.StartOf(Day(known)),
            KnownFromBasis = KnownFromBasis.Stated,
            RecordedAt = Shanghai.StartOf(Day(known)),
            Actor = "command",
        },
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
