using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Supervision;

/// <summary>The circular of November 2026: closed in time, closed late, running, not signed for; and one that was over before.</summary>
[Trait("Category", "Quick")]
public sealed class MonthlyCircularTests
{
    private static readonly WorkingDays Days = ReferenceWorkingDays.Read();
    private static readonly DateOnly November = new(2026, 11, 1);

    private readonly List<NoticeAssignment> _issued = [];
    private readonly List<NoticeEvent> _done = [];

    public MonthlyCircularTests()
    {
        // To be settled on 29 October, and settled and closed a day later.
        Closed(Issue("fgw", new(2026, 10, 20)), new(2026, 10, 30), new(2026, 10, 30));
        // To be settled on 11 November.
        Closed(Issue("gxj", new(2026, 11, 2)), new(2026, 11, 10), new(2026, 11, 13));
        // To be settled on 12 November.
        Closed(Issue("gxj", new(2026, 11, 3)), new(2026, 11, 16), new(2026, 11, 17));
        // To be settled on 9 December.
        var major = Issue("fgw", new(2026, 11, 9), MatterGrade.Major);
        Did(major, NoticeAct.Sign, new(2026, 11, 9));
        Did(major, NoticeAct.Feedback, new(2026, 11, 11));
        // To be settled on 8 December, and nobody signs.
        Issue("fgw", new(2026, 11, 27));
    }

    [Fact]
    public void A_month_that_is_over_is_counted_as_it_stood_at_its_end()
    {
        // What happened in December is not November's.
        Did(new(2026, 5), NoticeAct.Sign, new(2026, 12, 1));
        var circular = Of(November, new(2026, 12, 20));

        Assert.Equal(("2026-11", new DateOnly(2026, 11, 30), true), (circular.Month, circular.Day, circular.IsOver));
        Assert.Equal(
            [
                "All : 2,3,4,5 | 2,3 | 2,3 | 2 | 3,5 | 4,5",
                "Department fgw: 4,5 |  |  |  | 5 | 4,5",
                "Department gxj: 2,3 | 2,3 | 2,3 | 2 | 3 | ",
                "Grade ordinary: 2,3,5 | 2,3 | 2,3 | 2 | 3,5 | 5",
                "Grade major: 4 |  |  |  |  | 4",
            ],
            circular.Rows.Select(Written));
    }

    [Fact]
    public void A_month_that_runs_is_counted_as_it_stands()
    {
        var circular = Of(November, new(2026, 11, 13));

        Assert.Equal((new DateOnly(2026, 11, 13), false), (circular.Day, circular.IsOver));
        // The second one is overdue since yesterday; what is due later in the month is counted as due.
        Assert.Equal("All : 2,3,4 | 2,3 | 2 | 2 | 3 | 3,4", Written(circular.Rows[0]));
    }

    [Fact]
    public void What_was_closed_before_the_month_is_none_of_it_and_a_unit_of_which_nothing_counts_has_no_row()
    {
        Assert.Equal("All : 1 | 1 | 1 |  | 1 | ", Written(Of(new(2026, 10, 1), new(2026, 12, 20)).Rows[0]));
        var december = Of(new(2026, 12, 1), new(2026, 12, 1));
        Assert.Equal(["fgw"], december.Rows.Where(r => r.Group == CircularGroup.Department).Select(r => r.Key));
        Assert.Equal("All :  | 4,5 |  |  | 5 | 4,5", Written(december.Rows[0]));
    }

    [Fact]
    public void What_was_closed_and_reopened_within_the_month_is_open()
    {
        Did(new(2026, 2), NoticeAct.Reopen, new(2026, 11, 18), new(2026, 12, 18));
        Assert.Equal("All : 2,3,4,5 | 3 | 3 |  | 3,5 | 2,4,5", Written(Of(November, new(2026, 12, 20)).Rows[0]));
    }

    [Fact]
    public void A_reader_counts_what_he_sees()
    {
        var circular = MonthlyCircular.Of(Book(), November, new AsOf(Shanghai.EndOf(new(2026, 12, 20))), Days, n => n.Assignment.Lead == "gxj");
        Assert.Equal("All : 2,3 | 2,3 | 2,3 | 2 | 3 | ", Written(circular.Rows[0]));
        Assert.DoesNotContain(circular.Rows, r => r.Key == "fgw");
    }

    [Theory]
    [InlineData("2026-11", "2026-11-01")]
    [InlineData("2026-10", "2026-10-01")]
    [InlineData("2026-12", null)]
    [InlineData("2026-13", null)]
    [InlineData("2026-1", null)]
    [InlineData("２０２６-10", null)]
    [InlineData("2026-10-01", null)]
    [InlineData("9999-12", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_month_is_read_as_it_is_written_if_it_has_begun(string? written, string? first) =>
        Assert.Equal(first, MonthlyCircular.ReadBegun(written, new(2026, 11, 30))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void There_is_no_circular_of_a_month_that_has_not_begun() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(new(2027, 1, 1), new(2026, 12, 31)));

    /// <summary>The numbers behind each count.</summary>
    private static string Written(CircularRow row) => $"{row.Group} {row.Key}: {string.Join(
        " | ", Enum.GetValues<CircularCount>().Select(c => string.Join(',', row.Notices[c].Select(n => n.Assignment.Number.Sequence))))}";

    private MonthlyCircular Of(DateOnly first, DateOnly asOf) => MonthlyCircular.Of(Book(), first, new AsOf(Shanghai.EndOf(asOf)), Days, _ => true);

    private NoticeBook Book() => NoticeBook.Empty.With(_issued, _done);

    private NoticeNumber Issue(string lead, DateOnly day, MatterGrade grade = MatterGrade.Ordinary)
    {
        var number = new NoticeNumber(2026, _issued.Count + 1);
        _issued.Add(new()
        {
            Id = number.Sequence,
            Number = number,
            Dispatch = number,
            Grade = grade,
            Subject = "事项",
            Origin = NoticeOrigin.Free,
            Lead = lead,
            Mode = CountingMode.Working,
            By = new(Guid.NewGuid(), "杜督查"),
            At = Shanghai.StartOf(day).AddHours(9),
        });
        return number;
    }

    private void Closed(NoticeNumber number, DateOnly claimed, DateOnly closed)
    {
        Did(number, NoticeAct.Sign, Shanghai.DayOf(_issued[^1].At));
        Did(number, NoticeAct.Claim, claimed);
        Did(number, NoticeAct.Verify, closed);
        Did(number, NoticeAct.Close, closed);
    }

    private void Did(NoticeNumber number, NoticeAct act, DateOnly day, DateOnly? until = null) => _done.Add(new()
    {
        Id = _done.Count + 1,
        Number = number,
        Act = act,
        Until = until,
        At = Shanghai.StartOf(day).AddHours(10),
    });
}
