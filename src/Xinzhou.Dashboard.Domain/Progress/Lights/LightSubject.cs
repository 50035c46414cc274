using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What a light is of. Its text is a path: <c>items/3/2</c>, <c>tasks/3</c>, <c>targets/f0000000012</c>.</summary>
public readonly record struct LightSubject
{
    private LightSubject(LightSubjectKind kind, long number, int part) => (Kind, Number, Part) = (kind, number, part);

    public LightSubjectKind Kind { get; }

    /// <summary>序号 of the task, also of a work item; of a target the number of its figure.</summary>
    public long Number { get; }

    /// <summary>工作序号 in the task; 0 for tasks and targets.</summary>
    public int Part { get; }

    /// <param name="task">序号.</param>
    /// <param name="item">工作序号.</param>
    public static LightSubject OfItem(int task, int item) => new(LightSubjectKind.Item, task, item);

    /// <param name="number">序号.</param>
    public static LightSubject OfTask(int number) => new(LightSubjectKind.Task, number, 0);

    /// <param name="figureId">The number of the figure.</param>
    public static LightSubject OfTarget(long figureId) => new(LightSubjectKind.Target, figureId, 0);

    /// <summary>The subject of a text; null when it is none. Whether there is such a thing is another question.</summary>
    public static LightSubject? Parse(string? text) => text?.Split('/') switch
    {
        ["items", var task, var item] when Read(task) is { } number && Read(item) is { } part => OfItem(number, part),
        ["tasks", var task] when Read(task) is { } number => OfTask(number),
        ["targets", var key] when Figure.IdOf(key) is { } id => OfTarget(id),
        _ => null,
    };

    public override string ToString() => Kind switch
    {
        LightSubjectKind.Item => string.Create(CultureInfo.InvariantCulture, $"items/{Number}/{Part}"),
        LightSubjectKind.Task => string.Create(CultureInfo.InvariantCulture, $"tasks/{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"targets/f{Number:D10}"),
    };

    private static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !text.StartsWith('0') ? number : null;
}
