using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>A plan of the shape of the real one: five milestones, two dimensions, tasks of which some are placeholders.</summary>
internal static class SamplePlan
{
    public static readonly Milestone[] Milestones =
    [
        new() { Year = 2023, Goal = "在重点领域关键环节取得突破", Quote = "2023年在重点领域关键环节取得突破" },
        new() { Year = 2025, Goal = "形成一批重大标志性成果" },
        new() { Year = 2027, Goal = "为基本实现转型打下决定性基础" },
        new() { Year = 2030, Goal = "基本实现转型" },
        new() { Year = 2035, Goal = "与全国全省同步基本实现社会主义现代化" },
    ];

    public static CityPlan Plan { get; } = new()
    {
        Source = new() { Title = "推进七大能级同步跃升", Policy = "某意见", Adopted = "08-18", AdoptedYearInferred = 2023 },
        Dimensions =
        [
            new()
            {
                Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", NameEn = "Industry",
                Heading = "加快构建现代化产业体系，推动产业能级跃升",
            },
            new()
            {
                Code = "innovation", Order = 2, Name = "创新", FullName = "创新能级", NameEn = "Innovation",
                Heading = "强化科教人才赋能，推动创新能级跃升",
            },
        ],
        Aspects =
        [
            new() { Code = "seven-upgrades", Order = 1, Title = "推动七大能级跃升，构建转型发展新格局", TitleStatus = Status.Official, TaskCount = 3 },
            new() { Code = "aspect-2", Order = 2, TitleStatus = Status.Unpublished },
        ],
        Tasks =
        [
            Task(1, "industry", "加快制造业振兴升级"),
            Task(2, "industry", "推动能源产业绿色转型"),
            Task(3, "innovation", "实施省级创新平台“破零”行动"),
            Task(4, "industry", "落实产业链“链长制”", placeholder: true),
        ],
        Milestones = Milestones,
    };

    /// <summary>What was decomposed of the first task, and of no other: one item overdue, one reported well, one withdrawn.</summary>
    public static PlanBook Book { get; } = PlanBook.Of(
        Plan with { Departments = [new("d1", "甲单位", 1), new("d2", "乙单位", 2), new("d3", "丙单位", 3)] },
        [
            new TaskStatement { Origin = Origin(1, "2025-01-10"), Number = 1, Title = "振兴制造业", Lead = "d1", Responsible = ["d2"], Supporting = ["d3"], Person = "某甲" },
            new WorkItemStatement { Origin = Origin(2, "2025-01-10"), Task = 1, Number = 1, Text = "建园区", Start = new(new(2025, 1, 1)), Due = new(new(2026, 6, 30)) },
            new WorkItemStatement { Origin = Origin(3, "2025-01-10"), Task = 1, Number = 2, Text = "引企业", Lead = "d2", Start = new(new(2025, 1, 1)), Due = new(new(2027, 12, 31), "2027年底") },
            new WorkItemStatement { Origin = Origin(4, "2025-01-10"), Task = 1, Number = 3, Text = "不做了", IsWithdrawn = true },
            new WorkItemStatement { Origin = Origin(5, "2025-06-01"), Task = 1, Number = 1, Due = new(new(2026, 9, 30)) },
            new ProgressStatement { Origin = Origin(6, "2026-10-05"), Task = 1, Item = 1, Quarter = new(2026, 3), Percent = 80, Text = "主体完工" },
            new ProgressStatement { Origin = Origin(7, "2026-10-05"), Task = 1, Item = 2, Quarter = new(2026, 3), Percent = 60 },
            new OutcomeStatement { Origin = Origin(8, "2025-01-10"), Year = 2027, Dimension = "industry", Text = "一个园区" },
        ]);

    /// <summary>The lights of a plan at the end of a day, without any figure.</summary>
    public static LightBoard LightsOf(CityPlan plan, DateOnly day)
    {
        var asOf = new AsOf(Shanghai.EndOf(day));
        return LightBoard.Of(plan, FigureBook.Empty.At(asOf), LightSettings.Default, [], asOf);
    }

    /// <summary>From the article's own lights: everything grey.</summary>
    public static LightBoard Lights { get; } = LightsOf(Plan, new(2026, 11, 23));

    private static PlanOrigin Origin(long id, string known) => new()
    {
        Id = id,
        Source = $"分解表（{known}）",
        KnownFrom = Shanghai.StartOf(DateOnly.ParseExact(known, "yyyy-MM-dd")),
        KnownFromBasis = KnownFromBasis.Stated,
        RecordedAt = Shanghai.StartOf(DateOnly.ParseExact(known, "yyyy-MM-dd")),
        Actor = "command",
    };

    public static KeyTask Task(int number, string dimension, string title, bool placeholder = false) => new()
    {
        Number = number,
        NumberStatus = Status.Provisional,
        Title = title,
        TitleStatus = Status.Provisional,
        ContentStatus = placeholder ? Status.Placeholder : Status.FromArticle,
        Dimension = dimension,
        DimensionStatus = placeholder ? Status.Provisional : Status.FromArticle,
        Aspect = placeholder ? null : "seven-upgrades",
        Quote = title,
    };
}
