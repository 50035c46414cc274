using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>Which key tasks a list is of.</summary>
internal static class KeyTaskFilter
{
    public static readonly Parameter Task = new("task", "Number or exact title of the key task that it belongs to.")
    { Repeatable = true, Example = "1", IsFilter = true };

    /// <summary>The numbers of the tasks; null for all.</summary>
    public static HashSet<int>? Read(ReadRequest request, IStringLocalizer<ApiText> text) =>
        request.Query.Set<int>(Task, ProblemCode.UnknownCode, text["Expected.Task"].Value, named => NumberOf(request, named));

    private static int? NumberOf(ReadRequest request, string named) =>
        (ReadRequest.NumberOf(named) is { } number ? request.Plan.Task(number) : request.Plan.Tasks.FirstOrDefault(t => t.Title == named))?.Number;
}
