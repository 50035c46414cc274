using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>
/// Writes the plan as rows of its file, which <see cref="PlanTableReader"/> reads back without anything new: what the article
/// says stays out, for it would become official; so do withdrawn items, and tasks of which nothing was said since.
/// </summary>
public sealed partial class PlanRows
{
    private readonly PlanBook _book;
    private readonly AsOf _asOf;
    private readonly Catalogue _catalogue;
    private readonly CityPlan _plan;

    private PlanRows(PlanBook book, AsOf asOf, Catalogue catalogue) =>
        (_book, _asOf, _catalogue, _plan) = (book, asOf, catalogue, book.At(asOf));

    /// <summary>The rows of a sheet, each as many cells as <see cref="PlanColumns.Of"/> has columns.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="book">Everything that was said of the plan.</param>
    /// <param name="asOf">The moment whose plan is written.</param>
    /// <param name="catalogue">The names of indicators and statistical units.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(PlanSheet sheet, PlanBook book, AsOf asOf, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(catalogue);
        var rows = new PlanRows(book, asOf, catalogue);
        return
        [
            .. sheet switch
            {
                PlanSheet.Departments => rows.Departments(),
                PlanSheet.Tasks => rows.Tasks(),
                PlanSheet.Items => rows.Items(),
                PlanSheet.Progress => rows.Progress(),
                PlanSheet.Commitments => rows.Commitments(),
                _ => rows.Outcomes(),
            },
        ];
    }

    private IEnumerable<string[]> Departments() => _plan.Departments.Select(d => new[] { d.Name, d.ShownCode(), Text(d.Order) });

    private IEnumerable<string[]> Tasks() =>
        from task in _plan.Tasks
        where task.History.Count > 0
        select new[]
        {
            Text(task.Number), Last(task, h => h.Title), Last(task, h => h.Dimension) is { Length: > 0 } code ? DimensionName(code) : "",
            Last(task, h => h.Aspect) is { Length: > 0 } aspect ? _plan.Aspects.FirstOrDefault(a => a.Code == aspect)?.Title ?? aspect : "",
            DepartmentName(task.Lead), DepartmentNames(task.Responsible), DepartmentNames(task.Supporting), task.Person ?? "",
            Last(task, h => h.Quote), Source(task.History[^1].Origin), Published(task.History[^1].Origin),
        };

    private IEnumerable<string[]> Items()
    {
        var origins = LastOrigins<WorkItemStatement, (int, int)>(s => (s.Task, s.Number));
        return from item in LiveItems()
               let origin = origins.GetValueOrDefault((item.Task, item.Number))
               where origin is not null
               select new[]
               {
                   Text(item.Task), Text(item.Number), item.Text, DepartmentName(item.Lead), item.Person ?? "",
                   PlanDayNotation.Write(item.Start, isStart: true), PlanDayNotation.Write(item.Due, isStart: false), PathNotation.Write(item.Path),
                   Source(origin), Published(origin),
               };
    }

    private IEnumerable<string[]> Progress() =>
        from item in LiveItems()
        from said in item.Progress
        select new[]
        {
            Text(said.Task), Text(said.Item), said.Quarter.Code, Text(said.Percent), said.Text ?? "", Source(said.Origin), Day(said.Origin), "",
        };

    private IEnumerable<string[]> Commitments()
    {
        var origins = LastOrigins<CommitmentStatement, CommitmentTarget>(s => s.Target);
        return from commitment in _plan.Commitments
               let target = commitment.Target
               let origin = origins.GetValueOrDefault(target)
               where origin is not null
               select new[]
               {
                   IndicatorName(target), _catalogue.Unit(target.Unit)?.Name ?? target.Unit, target.Period, DepartmentName(commitment.Owner),
                   commitment.Person ?? "", commitment.Baseline ?? "", commitment.Tolerance is { } tolerance ? Text(tolerance) : "",
                   commitment.Task is { } task ? Text(task) : "", Source(origin), Published(origin),
               };
    }

    private IEnumerable<string[]> Outcomes()
    {
        var origins = LastOrigins<OutcomeStatement, (int, string, string)>(s => (s.Year, s.Dimension, s.Text));
        return from outcome in _plan.Outcomes
               let origin = origins.GetValueOrDefault((outcome.Year, outcome.Dimension, outcome.Text))
               where origin is not null
               select new[]
               {
                   Text(outcome.Year), DimensionName(outcome.Dimension), outcome.Text, DepartmentName(outcome.Owner),
                   outcome.Achieved?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", outcome.Evidence ?? "", Source(origin), Published(origin),
               };
    }

    private IEnumerable<WorkItem> LiveItems() => _plan.Tasks.SelectMany(t => t.WorkItems).Where(i => !i.IsWithdrawn);

    /// <summary>Where the last that was said comes from, of what was known.</summary>
    private Dictionary<TKey, PlanOrigin> LastOrigins<T, TKey>(Func<T, TKey> key) where T : PlanStatement where TKey : notnull =>
        _book.Statements.OfType<T>().Where(s => s.Origin.IsKnownAt(_asOf)).GroupBy(key)
            .ToDictionary(g => g.Key, g => g.MaxBy(s => (s.Origin.KnownFrom, s.Origin.Id))!.Origin);

    private string DimensionName(string code) => _plan.Dimensions.FirstOrDefault(d => d.Code == code)?.Name ?? code;

    /// <summary>A name that a list would be parted in stands by its code.</summary>
    private string DepartmentNames(IReadOnlyList<string> codes) =>
        string.Join('、', codes.Select(c => DepartmentName(c) is var name && NameList.Split(name).Count == 1 ? name : c));

    private string DepartmentName(string? code) => code is null ? "" : _plan.DepartmentName(code);

    /// <summary>The name of the indicator with the suffix that reads back as the measure.</summary>
    private string IndicatorName(CommitmentTarget target)
    {
        var name = _catalogue.Indicator(target.Indicator)?.Name ?? target.Indicator;
        return target switch
        {
            { Benchmark: { } benchmark } => IndicatorText.OfGap(name, benchmark),
            { Measure: Measure.AvgGrowth } => name + IndicatorText.AvgGrowth,
            { Measure: Measure.Yoy or Measure.YoySingle } => name + IndicatorText.YtdGrowth,
            { Measure: Measure.Qoq } => name + IndicatorText.Qoq,
            { Measure: Measure.Level } => name + IndicatorText.CurrentPrices,
            _ => name,
        };
    }

    private static string Last(KeyTask task, Func<TaskStatement, string?> field) => task.History.Select(field).LastOrDefault(f => f is not null) ?? "";

    /// <summary>
    /// What was changed on a page may give no reason; a row wants a source. A date in a reason is no day of publication, and is
    /// written so that it is not read as one.
    /// </summary>
    private static string Source(PlanOrigin origin) =>
        string.IsNullOrWhiteSpace(origin.Source) ? origin.Actor
        : origin.KnownFromBasis == KnownFromBasis.Recorded ? WrittenDate().Replace(origin.Source, "$1年$2月$3日")
        : origin.Source;

    /// <summary>Since when it is known, unless that follows from the source, or is but the moment of recording.</summary>
    private static string Published(PlanOrigin origin) =>
        origin.KnownFromBasis == KnownFromBasis.Recorded || (origin.KnownFromBasis == KnownFromBasis.Source
            && DateNotation.FirstDayIn(origin.Source) is { } day && Shanghai.StartOf(day) == origin.KnownFrom) ? "" : Day(origin);

    private static string Day(PlanOrigin origin) => origin.KnownFromBasis == KnownFromBasis.Month
        ? origin.KnownFrom.ToOffset(Shanghai.Offset).ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : DateNotation.Write(origin.KnownFrom);

    [GeneratedRegex(@"([0-9]{4})-([0-9]{2})-([0-9]{2})")]
    private static partial Regex WrittenDate();

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
