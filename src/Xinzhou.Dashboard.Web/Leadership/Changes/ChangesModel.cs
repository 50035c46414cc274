using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Browse;

namespace Xinzhou.Dashboard.Web.Leadership.Changes;

/// <summary>变化 as the page shows it: what is otherwise than at a moment that the reader chose.</summary>
public sealed class ChangesModel
{
    /// <summary>The word that asks since the review that was signed last.</summary>
    public const string ReviewWord = "review";

    private ChangesModel(ChangeList list, IReadOnlyList<ChangeLine> lines) => (List, Lines) = (list, lines);

    /// <summary>What is otherwise.</summary>
    public ChangeList List { get; }

    /// <summary>The same in words, without notices that the reader does not see.</summary>
    public IReadOnlyList<ChangeLine> Lines { get; }

    /// <summary>Why the moment asked for cannot be answered; the usual one stands in.</summary>
    public AsOfFault? Fault { get; private init; }

    /// <summary>The moment as it was asked for.</summary>
    public string? Written { get; private init; }

    /// <summary>The review that was signed last; null while none is.</summary>
    public PlanReview? Review { get; private init; }

    /// <summary>Whether the reader asks since that review; while none is signed the usual moment stands in.</summary>
    public bool AsksSinceReview => Written == ReviewWord;

    /// <summary>Whether the earlier moment is the one at which the pack of that review was frozen.</summary>
    public bool IsSinceReview => AsksSinceReview && Review is not null;

    /// <summary>How many lights stand worse.</summary>
    public int Worse => List.Lights.Count(l => l.IsWorse);

    /// <summary>The day of the earlier moment, in Asia/Shanghai.</summary>
    public DateOnly Day => Shanghai.DayOf(List.Since);

    /// <summary>The kinds of what is otherwise, in their order.</summary>
    public IEnumerable<IGrouping<ChangeKind, ChangeLine>> Kinds => Lines.GroupBy(l => l.Kind);

    /// <param name="view">What is read.</param>
    /// <param name="from">
    /// The earlier moment as the address gives it, <see cref="ReviewWord"/> for what was before those who signed last; null or empty for the end
    /// of the last quarter.
    /// </param>
    /// <param name="clock">How both moments are read.</param>
    /// <param name="reader">Who reads; null for somebody unknown.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="words">What is said of changes.</param>
    public static ChangesModel Of(PageView view, string? from, Clock clock, CurrentUser? reader, WorkingDays days, ChangeWords words)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Snapshot, view.AsOf with { Clock = clock }, from, reader, days, words);
    }

    /// <param name="snapshot">What is read.</param>
    /// <param name="asOf">The later moment, and how both are read.</param>
    /// <param name="from">The earlier moment, as above.</param>
    /// <param name="reader">Who reads; null for somebody unknown.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="words">What is said of changes.</param>
    public static ChangesModel Of(Snapshot snapshot, AsOf asOf, string? from, CurrentUser? reader, WorkingDays days, ChangeWords words)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(words);
        var review = snapshot.Reviews.At(asOf).LastSigned;
        var reading = AsOfReading.Read(from == ReviewWord ? null : from, null, asOf.Moment);
        DateTimeOffset? since = from == ReviewWord ? review?.Pack?.At : string.IsNullOrEmpty(from) || reading.Fault is not null ? null : reading.Past?.Moment ?? asOf.Moment;
        var list = ChangeList.Between(snapshot.Knowledge, since ?? QuarterBefore(Shanghai.DayOf(asOf.Moment)), asOf, days);
        return new(list, words.Lines(list, snapshot.PlanAt(asOf), n => IsSeen(n, reader))) { Fault = reading.Fault, Written = from, Review = review };
    }

    /// <summary>The end of the last quarter that was over on a day; of the first quarter of all the first moment there is.</summary>
    public static DateTimeOffset QuarterBefore(DateOnly day) =>
        Quarter.Of(day) is { Year: 1, Number: 1 } ? DateTimeOffset.MinValue : Shanghai.EndOf(Quarter.Of(day).Previous.LastDay);

    /// <summary>The day some days before another; the first day there is where there is none.</summary>
    public static DateOnly Before(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - days));

    private static bool IsSeen(Notice notice, CurrentUser? reader) =>
        reader is not null && NoticeRules.MaySee(notice, new(reader.Id, reader.UserName, reader.DisplayName, reader.Role, reader.DepartmentCode));
}
