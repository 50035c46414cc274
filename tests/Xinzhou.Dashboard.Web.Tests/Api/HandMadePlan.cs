using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>A small plan with one of everything.</summary>
internal static class HandMadePlan
{
    public static Snapshot With(Snapshot snapshot) => snapshot with
    {
        Plan = new()
        {
            Dimensions =
            [
                new()
                {
                    Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", Heading = "加快构建现代化产业体系，推动产业能级跃升",
                    Initiatives =
                    [
                        new() { Code = "industry-1", Order = 1, Name = "制造业振兴升级", Quote = "加快制造业振兴升级" },
                        new() { Code = "industry-2", Order = 2, Name = "“12大基地”", Quote = "建强“12大基地”", MembersStated = false },
                    ],
                },
                new() { Code = "opening", Order = 2, Name = "开放", FullName = "开放能级", Heading = "加快建设开放发展前沿高地，推动开放能级跃升" },
            ],
            Aspects =
            [
                new() { Code = "seven-upgrades", Order = 1, Title = "推动七大能级跃升", TitleStatus = Status.Official, TaskCount = 2 },
                new() { Code = "aspect-2", Order = 2, TitleStatus = Status.Unpublished },
            ],
            Tasks =
            [
                Task(1, "industry", "seven-upgrades", Status.FromArticle),
                Task(2, "opening", "seven-upgrades", Status.FromArticle) with { WorkItems = [new() { Task = 2, Number = 1, Text = "第一条" }, new() { Task = 2, Number = 2, Text = "第二条" }] },
                Task(3, "industry", null, Status.Provisional),
            ],
            Milestones = [new() { Year = 2023, Goal = "在重点领域关键环节取得突破" }, new() { Year = 2035, Goal = "基本实现社会主义现代化" }],
            Programmes =
            [
                new() { Code = "valley", Order = 1, Name = "“一谷七区”", Quote = "布局打造“一谷七区”", Counts = new Dictionary<string, int> { ["谷"] = 1, ["区"] = 7 } },
            ],
            Accountability = [new() { Code = "chain", Order = 1, Name = "链长制", Quote = "产业链“链长制”", Group = "创造力" }],
            Departments = [new("fgw", "市发展改革委", 1)],
            NotStated = ["文章发布日期、年份", "各项的具体工作"],
            Ambiguities = ["七维度顺序"],
        },
    };

    private static KeyTask Task(int number, string dimension, string? aspect, Status dimensionStatus) => new()
    {
        Number = number,
        NumberStatus = Status.Provisional,
        Title = $"第{number}项",
        TitleStatus = Status.Provisional,
        ContentStatus = dimensionStatus == Status.FromArticle ? Status.FromArticle : Status.Placeholder,
        Dimension = dimension,
        DimensionStatus = dimensionStatus,
        Aspect = aspect,
    };
}
