using System.Globalization;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>What the rows of all sheets are read against.</summary>
internal sealed class PlanContext
{
    private readonly Dictionary<int, KeyTask> _tasks;
    private readonly Dictionary<(int Task, int Item), WorkItem> _items;
    private readonly HashSet<(int Task, int Item)> _newItems = [];
    private readonly Dictionary<(int Year, string Dimension, string Key), string> _outcomes = [];

    public PlanContext(PlanReadingOptions options)
    {
        Options = options;
        var plan = options.Plan;
        Names = new(plan.Departments, options.Create, Shanghai.DayOf(options.Now));
        _tasks = plan.Tasks.ToDictionary(t => t.Number);
        _items = plan.Tasks.SelectMany(t => t.WorkItems).ToDictionary(i => (i.Task, i.Number));
        foreach (var outcome in plan.Outcomes)
        {
            _outcomes.TryAdd((outcome.Year, outcome.Dimension, PlainText.Key(outcome.Text)), outcome.Text);
        }

        foreach (var dimension in plan.Dimensions)
        {
            foreach (var name in new[] { dimension.Code, dimension.Name, dimension.FullName, dimension.Heading })
            {
                Dimensions.TryAdd(PlainText.Key(name), dimension.Code);
            }
        }

        foreach (var aspect in plan.Aspects)
        {
            Aspects.TryAdd(PlainText.Key(aspect.Code), aspect.Code);
            if (aspect.Title is { } title)
            {
                Aspects.TryAdd(PlainText.Key(title), aspect.Code);
            }
        }

        UnknownDimension = new(FaultReason.UnknownDimension, string.Join("、", plan.Dimensions.Select(d => d.Name)));
        UnknownAspect = new(FaultReason.UnknownAspect, string.Join("、", plan.Aspects.Select(a => a.Title ?? a.Code)));
        UnknownMilestone = new(FaultReason.UnknownMilestone, string.Join("、", plan.Milestones.Select(m => m.Year.ToString(CultureInfo.InvariantCulture))));
    }

    public PlanReadingOptions Options { get; }
    public PlanNames Names { get; }

    /// <summary>The codes of the dimensions by their codes and names.</summary>
    public Dictionary<string, string> Dimensions { get; } = new(StringComparer.Ordinal);

    /// <summary>The codes of the aspects by their codes and titles.</summary>
    public Dictionary<string, string> Aspects { get; } = new(StringComparer.Ordinal);

    public Wrong UnknownDimension { get; }
    public Wrong UnknownAspect { get; }
    public Wrong UnknownMilestone { get; }

    /// <summary>True when an item that is not known may be in a sheet that could not be read.</summary>
    public bool AreItemsIncomplete { get; set; }

    public WorkItem? Item(int task, int item) => _items.GetValueOrDefault((task, item));

    public bool HasItem(int task, int item) => _items.ContainsKey((task, item)) || _newItems.Contains((task, item));

    public void AddItem(int task, int item) => _newItems.Add((task, item));

    /// <summary>The text of an outcome as it is held: the same but for blanks and forms of characters is the same outcome.</summary>
    public string AsHeld(int year, string dimension, string text) => _outcomes.GetValueOrDefault((year, dimension, PlainText.Key(text)), text);

    /// <summary>The task of a row that has to name one; null with a fault.</summary>
    public int? Task(PlanRow row, string column = PlanColumns.Task) => Known(row, column, row.Number(column));

    /// <summary>The task of a row that may name one; null with a fault where there is none of its number.</summary>
    public int? TaskOrNone(PlanRow row) => Known(row, PlanColumns.Task, row.Whole(PlanColumns.Task));

    private int? Known(PlanRow row, string column, int? number)
    {
        if (number is not { } known || _tasks.ContainsKey(known))
        {
            return number;
        }

        row.Wrong(column, new(FaultReason.UnknownTask));
        return null;
    }
}
