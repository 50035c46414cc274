using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Plan;

/// <summary>A small article, and what is said of its plan since.</summary>
internal static class SaidOfPlan
{
    public static readonly CityPlan Article = CityPlan.Empty with
    {
        Dimensions = [new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "提升产业能级" }],
        Aspects = [new() { Code = "aspect-2", Order = 1, TitleStatus = Status.Unpublished }],
        Milestones = [new() { Year = 2027, Goal = "取得突破" }],
        Departments = [new("fgw", "市发展改革委", 1), new("gxj", "市工信局", 2)],
        Tasks =
        [
            .. Enumerable.Range(1, 3).Select(n => new KeyTask
            {
                Number = n,
                NumberStatus = Status.Provisional,
                Title = $"拟定的标题 {n}",
                TitleStatus = Status.FromArticle,
                ContentStatus = Status.FromArticle,
                Dimension = "industry",
                DimensionStatus = Status.FromArticle,
                WorkItems = n == 3 ? [new() { Task = 3, Number = 1, Text = "原文的工作" }] : [],
            }),
        ],
    };

    /// <summary>00:00 of a day in the city.</summary>
    public static DateTimeOffset Day(int month, int day) => Shanghai.StartOf(new(2026, month, day));

    public static PlanOrigin From(DateTimeOffset knownFrom, string source = "市委办文件", KnownFromBasis basis = KnownFromBasis.Stated) => new()
    {
        Id = 0,
        Source = source,
        KnownFrom = knownFrom,
        KnownFromBasis = basis,
        RecordedAt = Day(11, 1),
        Actor = "command",
    };

    /// <summary>The book after documents were recorded one after the other, each as it is stored beside what is held then.</summary>
    public static PlanBook Recorded(params IEnumerable<PlanStatement[]> documents)
    {
        var book = PlanBook.Of(Article, []);
        foreach (var document in documents)
        {
            var id = book.LastId;
            book = book.With([.. PlanComparison.Of(book, document).Stored.Select(s => s with { Origin = s.Origin with { Id = ++id } })]);
        }

        return book;
    }
}
