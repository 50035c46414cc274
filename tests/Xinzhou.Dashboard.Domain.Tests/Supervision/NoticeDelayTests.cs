using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Supervision;

/// <summary>By how much a notice is late. It was issued on Wednesday, 11 November 2026: 16 November, 20 November.</summary>
[Trait("Category", "Quick")]
public sealed class NoticeDelayTests
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();
    private static readonly NoticeNumber Number = new(2026, 12);

    private readonly List<NoticeEvent> _done = [];

    [Fact]
    public void What_is_owed_counts_the_working_days_since_its_day()
    {
        Assert.Equal(0, Late(11));
        Assert.Equal(1, Late(12));
        // The weekend is none.
        Assert.Equal(2, Late(15));
        Assert.Equal(3, Late(16));
        Did(NoticeAct.Sign, 16);
        // Signed late, and nothing owed: what is done is done.
        Assert.Equal(0, Late(16));
        Assert.Equal(1, Late(17));
    }

    [Fact]
    public void What_was_settled_late_stays_so_by_as_many_days()
    {
        Did(NoticeAct.Sign, 11);
        Did(NoticeAct.Claim, 24);
        Assert.Equal((2, 2), (Late(24), Late(30)));
    }

    [Fact]
    public void Paused_days_are_no_delay()
    {
        Did(NoticeAct.Pause, 12, new(2026, 11, 13), new(2026, 11, 16));
        Assert.Equal((1, 1, 2), (Late(12), Late(16), Late(17)));
    }

    [Fact]
    public void What_was_settled_on_a_day_off_after_its_day_is_late_by_no_working_day()
    {
        Did(NoticeAct.Sign, 11);
        Did(NoticeAct.Claim, 21);
        Assert.Equal((true, 0), (At(23).IsLate, Late(23)));
    }

    private int Late(int day) => NoticeDelay.Of(At(day), Days);

    private Notice At(int day) => new(
        new()
        {
            Id = 1,
            Number = Number,
            Dispatch = Number,
            Grade = MatterGrade.Ordinary,
            Subject = "事项",
            Origin = NoticeOrigin.Free,
            Lead = "gxj",
            Mode = CountingMode.Working,
            By = new(Guid.NewGuid(), "杜督查"),
            At = Shanghai.StartOf(new(2026, 11, 11)).AddHours(9),
        },
        _done, Days, new(2026, 11, day));

    private void Did(NoticeAct act, int day, DateOnly? from = null, DateOnly? until = null) => _done.Add(new()
    {
        Id = _done.Count + 1,
        Number = Number,
        Act = act,
        From = from,
        Until = until,
        At = Shanghai.StartOf(new(2026, 11, day)).AddHours(15),
    });
}
