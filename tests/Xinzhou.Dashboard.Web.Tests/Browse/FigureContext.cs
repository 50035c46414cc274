using Microsoft.AspNetCore.Components;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>Renders reading pages over figures made by hand.</summary>
public abstract class FigureContext : PageContext
{
    protected static readonly StatisticalUnit Province =
        new() { Code = "140000", Name = "山西省", NameEn = "Shanxi", Level = UnitLevel.Province, Parent = "100000", Order = 2 };

    protected static readonly CityPlan SmallPlan = new()
    {
        Dimensions =
        [
            new() { Code = "industry", Order = 1, Name = "产业", FullName = "产业能级", NameEn = "Industry", Heading = "加快构建现代化产业体系，推动产业能级跃升" },
            new() { Code = "city", Order = 4, Name = "城市", FullName = "城市能级", NameEn = "City", Heading = "深化产城融合，推动城市能级跃升" },
        ],
        Milestones = [new() { Year = 2027, Goal = "为基本实现转型打下决定性基础" }],
        Tasks =
        [
            new()
            {
                Number = 1, NumberStatus = Status.Provisional, Title = "加快制造业振兴升级", TitleStatus = Status.Provisional,
                ContentStatus = Status.FromArticle, Dimension = "industry", DimensionStatus = Status.FromArticle,
            },
            new()
            {
                Number = 26, NumberStatus = Status.Provisional, Title = "内容未公布", TitleStatus = Status.Placeholder,
                ContentStatus = Status.Placeholder, Dimension = "city", DimensionStatus = Status.Provisional,
            },
        ],
        NotStated = ["文章发布日期、年份"],
        Ambiguities = ["新能源 vs 新能源和清洁能源"],
    };

    protected FigureContext() => Load();

    /// <summary>What the pages are rendered over; <see cref="Load"/> after adding.</summary>
    protected HandMade Figures { get; } = new();

    /// <summary>Indicators of a test's own, beside those made by hand.</summary>
    protected IList<Indicator> MoreIndicators { get; } = [];

    /// <summary>What is said of the plan beside the article.</summary>
    protected IList<PlanStatement> Said { get; } = [];

    /// <summary>The rules in force.</summary>
    protected RuleBook Rules { get; set; } = RuleBook.Empty;

    /// <summary>Puts the figures made so far into the snapshot.</summary>
    protected void Load() => Show(new()
    {
        PlanBook = PlanBook.Of(SmallPlan, Said),
        Catalogue = new([HandMade.Gdp, HandMade.Income, HandMade.Capacity, .. MoreIndicators], [HandMade.Nation, Province, HandMade.City, HandMade.County]),
        Figures = Figures.Book,
        Sources = Figures.Sources,
        Rules = Rules,
    });

    /// <summary>Renders a page at an address.</summary>
    protected Bunit.IRenderedComponent<T> Page<T>(string address, params (string Name, object Value)[] route)
        where T : IComponent
    {
        Load();
        GoTo(address);
        return Render<T>(parameters =>
        {
            foreach (var (name, value) in route)
            {
                parameters.TryAdd(name, value);
            }
        });
    }
}
