using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>原定起止: the days of a work item that were the first to be known, whatever was said later.</summary>
/// <param name="Start">The first day of start that was known; null where none is.</param>
/// <param name="Due">The first day that it was known to be due on; null where none is.</param>
public sealed record PlanBaseline(DateOnly? Start, DateOnly? Due)
{
    /// <param name="book">All that was said of the plan.</param>
    /// <param name="item">The work item as it is known at the moment.</param>
    /// <param name="asOf">The moment.</param>
    public static PlanBaseline Of(PlanBook book, WorkItem item, AsOf asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(item);
        WorkItemStatement[] said =
        [
            .. book.Versions(PlanSubject.OfItem(item.Task, item.Number)).OfType<WorkItemStatement>().Where(s => s.Origin.IsKnownAt(asOf))
                .OrderBy(s => s.Origin.KnownFrom).ThenBy(s => s.Origin.Id),
        ];
        // What only the article says has no statement.
        var article = book.Article.Task(item.Task)?.WorkItems.FirstOrDefault(i => i.Number == item.Number);
        return new(
            article?.Start?.Day ?? said.FirstOrDefault(s => s.Start?.Day is not null)?.Start!.Day,
            article?.Due?.Day ?? said.FirstOrDefault(s => s.Due?.Day is not null)?.Due!.Day);
    }
}
