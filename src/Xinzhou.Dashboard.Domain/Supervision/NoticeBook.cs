using System.Collections.Immutable;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>All notices and everything that was ever done about them. What is done here is known when it is recorded.</summary>
public sealed class NoticeBook
{
    private readonly ImmutableSortedDictionary<long, NoticeAssignment> _assignments;
    private readonly ImmutableDictionary<NoticeNumber, long> _numbers;
    private readonly ImmutableDictionary<NoticeNumber, ImmutableList<NoticeEvent>> _events;

    private NoticeBook(
        ImmutableSortedDictionary<long, NoticeAssignment> assignments,
        ImmutableDictionary<NoticeNumber, long> numbers,
        ImmutableDictionary<NoticeNumber, ImmutableList<NoticeEvent>> events) =>
        (_assignments, _numbers, _events) = (assignments, numbers, events);

    public static NoticeBook Empty { get; } = new(
        ImmutableSortedDictionary<long, NoticeAssignment>.Empty,
        ImmutableDictionary<NoticeNumber, long>.Empty,
        ImmutableDictionary<NoticeNumber, ImmutableList<NoticeEvent>>.Empty);

    /// <summary>How many there are.</summary>
    public int Count => _assignments.Count;

    /// <summary>The greatest number of an assignment; 0 for none.</summary>
    public long LastAssignmentId { get; private init; }

    /// <summary>The greatest number of something that was done; 0 for none.</summary>
    public long LastEventId { get; private init; }

    /// <summary>The moment of the last change; the beginning of time for none.</summary>
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>The book with what was issued and done since.</summary>
    /// <param name="assigned">New notices.</param>
    /// <param name="done">What was done about those that are held or among <paramref name="assigned"/>, in the order of recording.</param>
    public NoticeBook With(IReadOnlyCollection<NoticeAssignment> assigned, IReadOnlyCollection<NoticeEvent> done)
    {
        ArgumentNullException.ThrowIfNull(assigned);
        ArgumentNullException.ThrowIfNull(done);
        if (assigned.Count + done.Count == 0) return this;
        var events = _events;
        foreach (var one in done.OrderBy(e => e.Id)) events = events.SetItem(one.Number, events.GetValueOrDefault(one.Number, []).Add(one));
        return new(
            _assignments.SetItems(assigned.Select(a => KeyValuePair.Create(a.Id, a))),
            _numbers.SetItems(assigned.Select(a => KeyValuePair.Create(a.Number, a.Id))),
            events)
        {
            LastAssignmentId = assigned.Select(a => a.Id).Append(LastAssignmentId).Max(),
            LastEventId = done.Select(e => e.Id).Append(LastEventId).Max(),
            ChangedAt = assigned.Select(a => a.At).Concat(done.Select(e => e.At)).Append(ChangedAt).Max(),
        };
    }

    /// <summary>Whether there is a notice of a number, whenever it was issued.</summary>
    public bool Has(NoticeNumber number) => _numbers.ContainsKey(number);

    /// <summary>All notices that were issued by a moment, as they stood then, in the order in which they were issued.</summary>
    /// <param name="asOf">The moment.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="day">The day that they are judged on; null for the day of the moment.</param>
    public IReadOnlyList<Notice> At(AsOf asOf, WorkingDays calendar, DateOnly? day = null) =>
        [.. _assignments.Values.Where(a => IsKnown(a.At, asOf)).Select(a => Stand(a, asOf, calendar, day))];

    /// <summary>
    /// All notices with all that was done, judged on a day: for who does the next thing. What was done before the clock was set back
    /// lies ahead of it now, and was done all the same.
    /// </summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="day">The day.</param>
    public IReadOnlyList<Notice> Held(WorkingDays calendar, DateOnly day) => At(new AsOf(DateTimeOffset.MaxValue), calendar, day);

    /// <summary>A notice as it stood at a moment; null if it was not issued then.</summary>
    public Notice? Find(NoticeNumber number, AsOf asOf, WorkingDays calendar, DateOnly? day = null) =>
        _numbers.TryGetValue(number, out var id) && _assignments[id] is var assignment && IsKnown(assignment.At, asOf)
            ? Stand(assignment, asOf, calendar, day)
            : null;

    private Notice Stand(NoticeAssignment assignment, AsOf asOf, WorkingDays calendar, DateOnly? day) => new(
        assignment,
        _events.GetValueOrDefault(assignment.Number, []).Where(e => IsKnown(e.At, asOf)),
        calendar,
        day ?? Shanghai.DayOf(asOf.Moment));

    private static bool IsKnown(DateTimeOffset at, AsOf asOf) => at <= asOf.Moment && asOf.Holds(at);
}
