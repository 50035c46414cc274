using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse;

namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>What a leader sees at a moment: what stands badly, first what is worst; the dimensions; the next milestone; the clocks.</summary>
public sealed class DeskModel
{
    /// <summary>So many quarters are looked back to; their lights stay worked out beside those of now.</summary>
    public const int QuartersShown = 6;

    private readonly IReadOnlyDictionary<int, Judgement> _judged;

    private DeskModel(Snapshot snapshot, AsOf asOf, WorkingDays days, IReadOnlyCollection<string> field)
    {
        (Snapshot, AsOf, Today) = (snapshot, asOf, Shanghai.DayOf(asOf.Moment));
        (Plan, Board) = (snapshot.PlanAt(asOf), snapshot.LightsAt(asOf));
        Notices = snapshot.Notices.At(asOf, days);
        _judged = Judgement.Standing(snapshot.Judgements, asOf);
        Field = [.. field.Where(code => Plan.Dimensions.Any(d => d.Code == code))];
        var quarters = new List<(Quarter, LightBoard)>();
        for (var quarter = Quarter.Of(Today).Previous; quarters.Count < QuartersShown && quarter.Year > 2000; quarter = quarter.Previous)
        {
            quarters.Insert(0, (quarter, snapshot.LightsAt(asOf with { Moment = Shanghai.EndOf(quarter.LastDay) })));
        }

        Quarters = quarters;
        Rows = [.. RowsOf().OrderBy(r => r.Order).ThenBy(r => r.Part.Reason == LightReason.Overdue ? decimal.MinValue : r.Part.Value ?? decimal.MaxValue).ThenByDescending(r => r.Days)];
    }

    public Snapshot Snapshot { get; }

    /// <summary>The moment.</summary>
    public AsOf AsOf { get; }

    /// <summary>The day, in Asia/Shanghai.</summary>
    public DateOnly Today { get; }

    public CityPlan Plan { get; }

    /// <summary>All lights of the moment.</summary>
    public LightBoard Board { get; }

    /// <summary>The ends of the last quarters, the earliest first, with their lights.</summary>
    public IReadOnlyList<(Quarter Quarter, LightBoard Board)> Quarters { get; }

    /// <summary>The dimensions of the reader's field, by their codes; empty for all.</summary>
    public IReadOnlyCollection<string> Field { get; }

    /// <summary>What stands badly in the field: red, then amber by deviation, then due soon, then unreported.</summary>
    public IReadOnlyList<DeskRow> Rows { get; }

    /// <summary>All notices as they stand.</summary>
    public IReadOnlyList<Notice> Notices { get; }

    /// <summary>The tasks of the field of which judgement and light differ, the greatest difference first.</summary>
    public IReadOnlyList<JudgedGap> Gaps => JudgedGap.Of(Plan.Tasks.Where(t => IsInField(t.Dimension)), Board, _judged);

    /// <summary>The dimensions of the field, in their order.</summary>
    public IEnumerable<Dimension> Dimensions => Plan.Dimensions.Where(d => IsInField(d.Code));

    /// <summary>The lights of the tasks of the field.</summary>
    public LightCounts Counts => Of(Board, IsInField);

    /// <summary>The notices that are not closed: first what is late, then what is due next.</summary>
    public IEnumerable<Notice> OpenNotices => Notices.Where(n => !n.IsClosed)
        .OrderByDescending(n => n.Overdue.Any()).ThenBy(n => n.Next?.Due ?? DateOnly.MaxValue).ThenBy(n => n.Assignment.Id);

    /// <param name="snapshot">What is held.</param>
    /// <param name="now">The moment.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="field">The codes of the dimensions that the reader is in charge of; empty for all.</param>
    public static DeskModel Of(Snapshot snapshot, DateTimeOffset now, WorkingDays days, IReadOnlyCollection<string> field)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(field);
        return new(snapshot, new(now), days, field);
    }

    /// <summary>A row of an earlier moment as it is now; what stands badly no more is as it was then, but for its notice.</summary>
    public DeskRow Renewed(DeskRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Rows.FirstOrDefault(r => r.Light.Subject == row.Light.Subject)
            ?? row with { Notice = row.Notice is { } notice ? Notices.FirstOrDefault(n => n.Assignment.Number == notice.Assignment.Number && !n.IsClosed) : null };
    }

    /// <summary>The lights of the tasks of a dimension, on a board.</summary>
    public LightCounts CountsOf(LightBoard board, string dimension) => Of(board, d => d == dimension);

    private LightCounts Of(LightBoard board, Func<string?, bool> isMeant) =>
        LightCounts.Of(Plan.Tasks.Where(t => isMeant(t.Dimension)).Select(t => board.Task(t.Number)?.Colour ?? LightColour.Grey));

    private bool IsInField(string? dimension) => Field.Count == 0 || (dimension is not null && Field.Contains(dimension));

    private IEnumerable<DeskRow> RowsOf()
    {
        var known = Snapshot.Knowledge;
        foreach (var task in Plan.Tasks.Where(t => IsInField(t.Dimension)))
        {
            if (Board.Task(task.Number) is not { } light) continue;
            var part = PartOf(light);
            if (!IsBad(light, part)) continue;
            var target = part.Subject.Kind == LightSubjectKind.Target ? Board.Targets.FirstOrDefault(t => t.Light.Subject == part.Subject) : null;
            var item = part.Subject.Kind == LightSubjectKind.Item ? task.WorkItems.FirstOrDefault(i => i.Number == part.Subject.Part) : null;
            yield return Row(known, light, part) with
            {
                Task = task,
                Target = target,
                Item = item,
                Dimension = task.Dimension,
                Lead = item?.Lead ?? target?.Commitment?.Owner ?? task.Lead,
                Person = item?.Person ?? target?.Commitment?.Person ?? task.Person,
                Said = item is not null && Snapshot.CheckIns.Of(item.Task, item.Number, AsOf.Moment) is [var last, ..] ? last : null,
                Notice = NoticeOn([light.Subject, .. ((light.Inputs as TaskInputs)?.Parts ?? []).Select(p => p.Subject)], task.Title, item?.Text),
            };
        }

        // What was missed for good is for the account of its milestone.
        foreach (var target in Board.Targets.Where(t => t.Year >= Today.Year && t.Commitment?.Task is null && IsInField(t.Dimension) && IsBad(t.Light, t.Light)))
        {
            yield return Row(known, target.Light, target.Light) with
            {
                Target = target,
                Dimension = target.Dimension,
                Lead = target.Commitment?.Owner,
                Person = target.Commitment?.Person,
                Notice = NoticeOn([target.Light.Subject]),
            };
        }
    }

    private DeskRow Row(Knowledge known, Domain.Progress.Light light, Domain.Progress.Light part)
    {
        var since = LightReplay.LastTurn(known, light.Subject, AsOf)?.At;
        return new()
        {
            Light = light,
            Part = part,
            Since = since,
            Days = since is { } turned ? Today.DayNumber - Shanghai.DayOf(turned).DayNumber : null,
            Strip = [.. Quarters.Select(q => ColourOn(q.Board, light.Subject))],
        };
    }

    /// <summary>A target is followed through its vintages.</summary>
    private LightColour? ColourOn(LightBoard board, LightSubject subject) => subject.Kind != LightSubjectKind.Target
        ? board.Find(subject)?.Colour
        : Snapshot.Figures.GroupOf(subject.Number)?.Figures.Select(f => board.Target(f.Id)).FirstOrDefault(l => l is not null)?.Colour;

    /// <summary>What a task has its colour from: of several what is overdue, then what deviates most.</summary>
    private Domain.Progress.Light PartOf(Domain.Progress.Light light) =>
        light is { Override: null, Inputs: TaskInputs inputs }
            ? inputs.Worst.Select(p => Board.Find(p.Subject)).OfType<Domain.Progress.Light>()
                .OrderBy(p => p.Reason is LightReason.Done or LightReason.DoneLate)
                .ThenByDescending(p => p.Reason is LightReason.Overdue or LightReason.NothingReported)
                .ThenBy(p => p.Reason == LightReason.Deviation ? p.Value : null)
                .FirstOrDefault() ?? light
            : light;

    private static bool IsBad(Domain.Progress.Light light, Domain.Progress.Light part) =>
        light.Colour is LightColour.Red or LightColour.Amber or LightColour.Blue
        || (light.Colour == LightColour.Grey && part.Reason == LightReason.NothingReported);

    /// <summary>The newest open notice on any of some lights; an instruction refers to its own words, and is known by what it is about.</summary>
    private Notice? NoticeOn(IReadOnlyCollection<LightSubject> subjects, params string?[] titles) => Notices.LastOrDefault(n =>
        !n.IsClosed && (n.Assignment.Origin switch
        {
            NoticeOrigin.Light => LightSubject.Parse(n.Assignment.Reference) is { } on && subjects.Contains(on),
            NoticeOrigin.Instruction => titles.Any(t => t is not null && n.Assignment.Subject == Cut(t)),
            _ => false,
        }));

    /// <summary>A text that the subject of a notice holds.</summary>
    internal static string Cut(string text) => text.Length > NoticeDraft.MaxLine ? text[..NoticeDraft.MaxLine] : text;
}
