using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>能级: one of the seven capability dimensions.</summary>
/// <param name="Code">The code.</param>
/// <param name="Order">The place in the official order, from 1.</param>
/// <param name="Name">产业.</param>
/// <param name="FullName">产业能级.</param>
/// <param name="NameEn">An English gloss; null where there is none.</param>
/// <param name="Heading">The official heading.</param>
/// <param name="Quote">The article's sentence that carries the heading.</param>
/// <param name="Principle">按照…的思路, where the article gives one.</param>
/// <param name="Goal">What it is for, where the article says so.</param>
/// <param name="Initiatives">What the article names under it.</param>
/// <param name="TaskCounts">How many key tasks it has.</param>
/// <param name="Targets">The lights of its targets, of all years.</param>
/// <param name="Tasks">The lights of its key tasks.</param>
/// <param name="Outcomes">标志性成果 of all milestones.</param>
/// <param name="Ready">Green ÷ (all − grey) over targets and tasks together, 0–1; null when nothing counts.</param>
/// <param name="Review">交账 of the last milestone that was reviewed; null while none was.</param>
public sealed record DimensionItem(
    string Code,
    int Order,
    string Name,
    string FullName,
    string? NameEn,
    string Heading,
    string? Quote,
    string? Principle,
    string? Goal,
    IReadOnlyList<InitiativeItem> Initiatives,
    TaskCounts TaskCounts,
    LightCountsItem Targets,
    LightCountsItem Tasks,
    OutcomeCountsItem Outcomes,
    decimal? Ready,
    ReviewItem? Review)
{
    internal static readonly IReadOnlyList<CsvColumn<DimensionItem>> Columns =
    [
        new("code", d => d.Code),
        new("order", d => d.Order.Cell()),
        new("name", d => d.Name),
        new("fullName", d => d.FullName),
        new("nameEn", d => d.NameEn),
        new("heading", d => d.Heading),
        new("quote", d => d.Quote),
        new("principle", d => d.Principle),
        new("goal", d => d.Goal),
        new("initiatives", d => d.Initiatives.Select(i => i.Name).Cell()),
        new("taskCounts.fromArticle", d => d.TaskCounts.FromArticle.Cell()),
        new("taskCounts.provisional", d => d.TaskCounts.Provisional.Cell()),
        .. StandingItem.Columns.Where(c => c.Name != "code").Select(c => new CsvColumn<DimensionItem>(c.Name, d => c.Value(d.Standing()))),
    ];

    internal static DimensionItem Of(CityPlan plan, Dimension dimension, LightBoard board, ReviewBook reviews)
    {
        var standing = StandingItem.Of(dimension.Code, board.OfDimension(dimension.Code), ReviewItem.Last(reviews, plan, dimension.Code));
        var tasks = plan.TasksOf(dimension).ToList();
        var provisional = tasks.Count(t => t.DimensionStatus == Status.Provisional);
        return new(
            dimension.Code,
            dimension.Order,
            dimension.Name,
            dimension.FullName,
            dimension.NameEn,
            dimension.Heading,
            dimension.Quote,
            dimension.Principle,
            dimension.Goal,
            [.. dimension.Initiatives.Select(i => new InitiativeItem(i.Code, i.Order, i.Name, i.NameEn, i.Quote, i.MembersStated, i.Note))],
            new(tasks.Count - provisional, provisional),
            standing.Targets,
            standing.Tasks,
            standing.Outcomes,
            standing.Ready,
            standing.Review);
    }

    private StandingItem Standing() => new(Code, Targets, Tasks, Outcomes, Ready, Review);
}
