using Xinzhou.Dashboard.Domain.Plan;

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
