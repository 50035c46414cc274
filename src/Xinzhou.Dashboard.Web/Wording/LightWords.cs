using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>What lights say, in the language of the page: their colours, and why, as one sentence with its numbers.</summary>
/// <param name="text">The words.</param>
public sealed class LightWords(IStringLocalizer<LightWords> text)
{
    /// <summary>How many parts a task is said to have its colour from by their names.</summary>
    private const int MaxNamed = 3;

    private readonly ItemReasons _items = new(text);
    private readonly TargetReasons _targets = new(text);

    /// <summary>绿, 黄, 红, 蓝, 灰.</summary>
    public string Colour(LightColour colour) => text[$"Colour{colour}"];

    /// <summary>The reason in a word: 逾期, 未报送.</summary>
    public string InBrief(LightReason reason) => text[reason.ToString()];

    /// <summary>The same; of a deviation with its number: 偏差−12.3个百分点.</summary>
    public string InBrief(Light light)
    {
        ArgumentNullException.ThrowIfNull(light);
        return light is { Reason: LightReason.Deviation, Value: { } value } ? text["DeviationOf", ValueText.Number(value)] : InBrief(light.Reason);
    }

    /// <summary>The same; of a task that of the part that it has its colour from.</summary>
    /// <param name="light">The light.</param>
    /// <param name="board">The lights that it is one of.</param>
    public string InBrief(Light light, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(board);
        if (light.Override is not null) return DecidedShort;
        if (light.Inputs is not TaskInputs { Parts.Count: > 0 } inputs) return InBrief(light);
        // Of those of one colour the one that says most: not what is done, what is overdue, the greatest deviation.
        var (part, worst) = inputs.Worst.Select(p => (Part: p, Light: board.Find(p.Subject)))
            .OrderBy(p => p.Part.Reason is LightReason.Done or LightReason.DoneLate)
            .ThenByDescending(p => p.Part.Reason == LightReason.Overdue)
            .ThenBy(p => p.Part.Reason == LightReason.Deviation ? p.Light?.Value : null)
            .First();
        return part.IsOverridden || worst is null ? DecidedShort : InBrief(worst);
    }

    /// <summary>What stands in place of a reason where another colour was decided: 人工改定.</summary>
    public string DecidedShort => text["DecidedShort"];

    /// <summary>Why a light has the colour of the rules, as one sentence with its numbers, and another where the unit that owes it is dissolved.</summary>
    /// <param name="light">The light.</param>
    /// <param name="board">The lights that it is one of: a task has its colour from others.</param>
    public string Why(Light light, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(board);
        var why = light.Inputs switch
        {
            ItemInputs inputs => _items.Why(light, inputs),
            TargetInputs inputs => _targets.Why(light, inputs),
            TaskInputs inputs => Why(light, inputs, board),
            _ => InBrief(light.Reason),
        };
        // What is done is owed no more.
        return light.Reason is not (LightReason.Done or LightReason.DoneLate or LightReason.Achieved)
            && board.DissolvedOwner(light.Subject) is { DissolvedOn: { } day } unit
                ? text["OwedByDissolved", why, unit.Name, day.Written()]
                : why;
    }

    /// <summary>What was decided instead of the colour of the rules, as a sentence.</summary>
    public string Decided(LightOverride decided)
    {
        ArgumentNullException.ThrowIfNull(decided);
        return text["Decided", Shanghai.DayOf(decided.At).Written(), decided.By, ColourWithin(decided.Colour), decided.Until.Written(), decided.Reason];
    }

    /// <summary>When a light takes another colour if nothing is reported, published or decided, as a sentence; of what is no task with why.</summary>
    public string Turns(LightTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (day, colour) = (turn.Day.Written(), ColourWithin(turn.To.Colour));
        return turn.To.Inputs is TaskInputs ? text["TurnsTask", day, colour]
            : text["Turns", day, colour, turn.To.Override is null ? InBrief(turn.To) : DecidedShort];
    }

    /// <summary>The name of what a light is of: 第3项任务, 第3项任务的工作2, 2027年地区生产总值目标.</summary>
    /// <param name="subject">What it is of.</param>
    /// <param name="board">The lights that it is one of.</param>
    public string Subject(LightSubject subject, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return subject.Kind switch
        {
            LightSubjectKind.Task => text["Task", subject.Number],
            LightSubjectKind.Item => text["Item", subject.Number, subject.Part],
            _ => board.Find(subject)?.Inputs is TargetInputs { Target: var target } ? TargetName(target) : subject.ToString(),
        };
    }

    private string Why(Light light, TaskInputs inputs, LightBoard board)
    {
        if (inputs.Parts.Count == 0) return text["WhyNoTarget"];

        var items = inputs.Parts.Count(p => p.Subject.Kind == LightSubjectKind.Item);
        var targets = inputs.Parts.Count - items;
        var parts = (items, targets) switch
        {
            (_, 0) => text["PartsItems", items],
            (0, _) => text["PartsTargets", targets],
            _ => text["PartsBoth", items, targets],
        };
        var worst = inputs.Worst.ToList();
        if (worst.Count == inputs.Parts.Count) return text["WhyAllOne", parts.Value, ColourWithin(light.Computed)];

        var counts = Enum.GetValues<LightColour>().OrderByDescending(c => c.Severity())
            .Where(c => inputs.Counts[c] > 0)
            .Select(c => text["CountOf", ColourWithin(c), inputs.Counts[c]].Value);
        var named = Listed(worst.Take(MaxNamed).Select(p => Named(p, board)));
        return text["WhyWorst", parts.Value, Listed(counts), ColourWithin(light.Computed), worst.Count > MaxNamed ? text["AndMore", named, worst.Count].Value : named];
    }

    /// <summary>A part of a task with what its colour is due to; of its work items only the number.</summary>
    private string Named(LightPart part, LightBoard board) => text[
        "PartOf",
        part.Subject.Kind == LightSubjectKind.Item ? text["ItemOfTask", part.Subject.Part].Value : Subject(part.Subject, board),
        part.IsOverridden ? text["DecidedShort"].Value : board.Find(part.Subject) is { } light ? InBrief(light) : InBrief(part.Reason)];

    /// <summary>A colour within a sentence, where English has no capital.</summary>
    private string ColourWithin(LightColour colour) => Languages.IsEnglish ? Colour(colour).ToLowerInvariant() : Colour(colour);

    private string TargetName(Figure target) => text["Target", Names.Period(target), Names.Of(target.Series.Unit), Names.Of(target.Series.Indicator)];

    private string Listed(IEnumerable<string> words) => string.Join(text["And"].Value, words);
}
