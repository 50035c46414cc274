using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>The lights of work items, tasks and targets.</summary>
public sealed class LightResources(LightShaper lights, IStringLocalizer<ApiText> text)
{
    private static readonly ListShape<LightItem> Shape = new(ApiJson.Default.PageLightItem, LightItem.Columns);

    private static readonly Parameter Subject = new("subject", "What the light is of: items/{task}/{item}, tasks/{number} or targets/{id of the figure}.")
    { Repeatable = true, Example = "tasks/1", IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("lights", "Plan", "The lights (亮灯) of work items, of key tasks and of targets, with what they were judged by.",
            [.. Parameters.Lists, Subject], typeof(Page<LightItem>), List)
        { CarriesLights = true },
    ];

    private Answer? List(ReadRequest request)
    {
        var board = request.Lights;
        var subjects = request.Query.Set<LightSubject>(
            Subject, ProblemCode.UnknownCode, text["Expected.Subject"].Value, t => LightSubject.Parse(t) is { } subject && IsKnown(request, subject) ? subject : null);
        var found = (subjects is null ? board.All : board.All.Where(l => subjects.Contains(l.Subject))).Index();
        return Answers.List(request, found, l => l.Index, l => lights.Shape(l.Item, board), Shape);
    }

    /// <summary>Whether there ever was such a thing: of what there was not yet, or is no more, there is no light, which is an answer.</summary>
    private static bool IsKnown(ReadRequest request, LightSubject subject) => subject.Kind switch
    {
        LightSubjectKind.Task => subject.Number <= int.MaxValue && request.Snapshot.Plan.Task((int)subject.Number) is not null,
        LightSubjectKind.Item => subject.Number <= int.MaxValue && request.Snapshot.PlanBook.HasItem((int)subject.Number, subject.Part),
        _ => request.Snapshot.Figures.GroupOf(subject.Number)?.Kind == ValueKind.Target,
    };
}
