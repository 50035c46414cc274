using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Web.Browse.Steps;

public partial class StepChart
{
    // What "今天 11月23日" and its English take, in px.
    private const decimal TodayWidth = 84;

    private StepLayout layout = StepLayout.One;
    private StepDrawing drawing = null!;
    private bool single;

    [Parameter, EditorRequired] public required Stairs Stairs { get; set; }

    /// <summary>The courses from the top; with one alone its bricks are large and carry their numbers.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<Course> Courses { get; set; }

    /// <summary>The lights of the moment that the page speaks from.</summary>
    [Parameter, EditorRequired] public required LightBoard Lights { get; set; }

    /// <summary>The reviews of that moment: what is signed wears its seal.</summary>
    [Parameter] public ReviewBook Reviews { get; set; } = ReviewBook.Empty;

    /// <summary>True when the page speaks from a past day: its line is then not called today.</summary>
    [Parameter] public bool IsPast { get; set; }

    protected override void OnParametersSet()
    {
        single = Courses.Count == 1;
        layout = single ? StepLayout.One : StepLayout.Seven(Courses.Select(c => ShortName(c.Dimension)));
        if (Stairs.Steps.Count > 0)
        {
            drawing = new(Stairs, Courses, layout);
        }
    }

    private string TodayText => Text[IsPast ? "That" : "Today", Languages.IsEnglish
        ? Stairs.Today.ToString("d MMM", CultureInfo.GetCultureInfo("en-GB"))
        : Stairs.Today.ToString("M月d日", CultureInfo.InvariantCulture)];

    /// <summary>A course for those who hear the page: its tasks, its lights, what is not accounted for.</summary>
    private string Spoken(Course course)
    {
        var lights = course.Tasks.GroupBy(t => Lights.LightOf(t).Colour).OrderBy(g => g.Key)
            .Select(g => $"{Text[g.Key.ToString()]} {g.Count()}");
        var (due, signed) = (Stairs.Due.Count(), Stairs.Due.Count(s => VerdictOf(course, s) is not null));
        return Text[
            signed == 0 ? "Course" : "CourseSigned", Name(course.Dimension), course.Tasks.Count, string.Join(Text["And"], lights), due, signed];
    }

    /// <summary>The last verdict that was signed on a dimension and milestone; null while none is.</summary>
    private ReviewVerdict? VerdictOf(Course course, Step step) =>
        Reviews.Latest(ReviewSubject.Milestone(step.Milestone.Year), course.Dimension.Code)?.Verdict.Entry.Verdict;

    private string SpokenTask(KeyTask task)
    {
        var light = Lights.LightOf(task);
        return Text[task.IsPlaceholder ? "PlaceholderTask" : "Task", task.Number, Glosses.With(task.Title), Text[light.Colour.ToString()], LightWords.InBrief(light, Lights)];
    }

    private string SpokenSeal(Course course, Step step) => VerdictOf(course, step) is { } verdict
        ? Text["SealSigned", Name(course.Dimension), step.Milestone.Year, VerdictAnchors.Name(verdict, Languages.IsEnglish)]
        : Text[step.Phase == StepPhase.Past ? "SealOpen" : "SealAhead", Name(course.Dimension), step.Milestone.Year];

    private string Colour(KeyTask task) => Lights.LightOf(task).Colour.ToString().ToLowerInvariant();

    private static string Name(Dimension dimension) => Languages.IsEnglish ? dimension.NameEn ?? dimension.FullName : dimension.FullName;

    private static string ShortName(Dimension dimension) => Languages.IsEnglish ? dimension.NameEn ?? dimension.Name : dimension.Name;

    private static string Class(Step step) => step.Phase switch
    {
        StepPhase.Past => "past",
        StepPhase.Current => "now",
        _ => "ahead",
    };

    /// <summary>A share of the width.</summary>
    private static string P(decimal share) => Math.Round(share, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary>A length in px.</summary>
    private static string N(decimal px) => Math.Round(px, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
