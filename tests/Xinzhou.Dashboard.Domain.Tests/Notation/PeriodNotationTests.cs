using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class PeriodNotationTests
{
    private static readonly Basis[] Singles = [Basis.Discrete, Basis.DiscreteGrowth, Basis.QoqSa];
    private static readonly Basis[] NoSingles = [Basis.Ytd, Basis.Annual, Basis.YtdGrowth, Basis.Stock];
    private static readonly Basis[] FullYears = [Basis.Ytd, Basis.Annual, Basis.GrowthOnly, Basis.YtdGrowth];

    public static TheoryData<string, Period> WrittenUnderEveryBasis => new()
    {
        { "2023-07-31", Period.Point(new(2023, 7, 31)) },
        { "2024-02-29", Period.Point(new(2024, 2, 29)) },
        { "2021-2025", Period.Span(2021, 2025) },
        { "", Period.Unstated },
        { "UNSTATED", Period.Unstated },
    };

    [Theory]
    [MemberData(nameof(WrittenUnderEveryBasis))]
    public void Points_spans_and_no_period_are_the_same_under_every_basis(string text, Period expected) =>
        Assert.All(Enum.GetValues<Basis>(), basis => Assert.Equal(expected, PeriodNotation.Read(text, basis, out _)));

    [Fact]
    public void Q1_is_year_to_date_but_the_single_quarter_under_the_single_bases() =>
        Assert.All(Enum.GetValues<Basis>(), basis => Assert.Equal(
            Singles.Contains(basis) ? Period.Quarter(2023, 1) : Period.Ytd(2023, 3),
            PeriodNotation.Read("2023-Q1", basis, out _)));

    [Fact]
    public void M01_is_year_to_date_but_the_single_month_under_the_single_bases() =>
        Assert.All(Enum.GetValues<Basis>(), basis => Assert.Equal(
            Singles.Contains(basis) ? Period.Month(2023, 1) : Period.Ytd(2023, 1),
            PeriodNotation.Read("2023-M01", basis, out _)));

    [Fact]
    public void Q2_to_Q4_and_M02_to_M12_are_single_and_errors_under_year_to_date_bases() =>
        Assert.All(Enum.GetValues<Basis>(), basis =>
        {
            for (var quarter = 2; quarter <= 4; quarter++)
            {
                var period = PeriodNotation.Read($"2023-Q{quarter}", basis, out var wrong);
                Assert.Equal(NoSingles.Contains(basis) ? null : Period.Quarter(2023, quarter), period);
                Assert.Equal(NoSingles.Contains(basis) ? FaultReason.SingleUnderBasis : null, wrong?.Reason);
            }

            for (var month = 2; month <= 12; month++)
            {
                Assert.Equal(
                    NoSingles.Contains(basis) ? null : Period.Month(2023, month),
                    PeriodNotation.Read($"2023-M{month:D2}", basis, out _));
            }
        });

    public static TheoryData<string, Period> YearToDate => new()
    {
        { "2023-H1", Period.Ytd(2023, 6) },
        { "2023-9M", Period.Ytd(2023, 9) },
        { "2023-FY", Period.FullYear(2023) },
        { "2023-M01-02", Period.Ytd(2023, 2) },
        { "2023-M01-03", Period.Ytd(2023, 3) },
        { "2023-M01-05", Period.Ytd(2023, 5) },
        { "2023-M01-06", Period.Ytd(2023, 6) },
        { "2023-M01-09", Period.Ytd(2023, 9) },
        { "2023-M01-11", Period.Ytd(2023, 11) },
        { "2023-M01-12", Period.FullYear(2023) },
    };

    [Theory]
    [MemberData(nameof(YearToDate))]
    public void Year_to_date_periods_are_errors_under_the_single_bases(string text, Period expected) =>
        Assert.All(Enum.GetValues<Basis>(), basis =>
        {
            Assert.Equal(Singles.Contains(basis) ? null : expected, PeriodNotation.Read(text, basis, out var wrong));
            Assert.Equal(Singles.Contains(basis) ? FaultReason.YtdUnderBasis : null, wrong?.Reason);
        });

    [Theory]
    [InlineData("2023-M01-03", "2023-Q1")]
    [InlineData("2023-M01-06", "2023-H1")]
    [InlineData("2023-M01-09", "2023-9M")]
    [InlineData("2023-M01-12", "2023-FY")]
    [InlineData("2023-M01-11", "2023-M01-11")]
    [InlineData("2023-M01", "2023-M01")]
    [InlineData("2023-M05", "2023-M05")]
    [InlineData("2024", "2024")]
    [InlineData("2021-2025", "2021-2025")]
    [InlineData("", "UNSTATED")]
    public void A_filter_is_read_as_its_canonical_code(string text, string code)
    {
        Assert.True(PeriodNotation.TryParseCode(text, out var canonical));
        Assert.Equal(code, canonical);
    }

    [Fact]
    public void A_bare_year_is_the_full_year_only_under_the_bases_of_flows() =>
        Assert.All(Enum.GetValues<Basis>(), basis => Assert.Equal(
            FullYears.Contains(basis) ? Period.FullYear(2024) : Period.BareYear(2024),
            PeriodNotation.Read("2024", basis, out _)));

    [Theory]
    [InlineData("2023-M01-01", FaultReason.FirstMonthAlone, "2023-M01")]
    [InlineData("2023-M01-00", FaultReason.MonthOfPeriod, "2023-M01-02")]
    [InlineData("2023-M01-13", FaultReason.MonthOfPeriod, "2023-M01-02")]
    [InlineData("2023-M00", FaultReason.MonthOfPeriod, "2023-M01")]
    [InlineData("2023-M13", FaultReason.MonthOfPeriod, "2023-M01")]
    [InlineData("2025-2021", FaultReason.SpanOrder, "2021-2025")]
    [InlineData("2021-2021", FaultReason.SpanOrder, "2021")]
    [InlineData("2023-H2", FaultReason.NotAPeriod, null)]
    [InlineData("2023-Q5", FaultReason.NotAPeriod, null)]
    [InlineData("2023-Q0", FaultReason.NotAPeriod, null)]
    [InlineData("2023-6M", FaultReason.NotAPeriod, null)]
    [InlineData("2023-02-29", FaultReason.NotAPeriod, null)]
    [InlineData("2023-13-01", FaultReason.NotAPeriod, null)]
    [InlineData("2023-06", FaultReason.NotAPeriod, null)]
    [InlineData("2023-M1", FaultReason.NotAPeriod, null)]
    [InlineData("2023-M02-05", FaultReason.NotAPeriod, null)]
    [InlineData("0000", FaultReason.NotAPeriod, null)]
    [InlineData("0000-FY", FaultReason.NotAPeriod, null)]
    [InlineData("20233", FaultReason.NotAPeriod, null)]
    [InlineData("2023Q1", FaultReason.NotAPeriod, null)]
    [InlineData("2023-q1", FaultReason.NotAPeriod, null)]
    [InlineData("２０２３", FaultReason.NotAPeriod, null)]
    [InlineData("2023年上半年", FaultReason.NotAPeriod, null)]
    public void What_is_no_period_is_refused_and_it_says_what_would_be_right(string text, FaultReason reason, string? right)
    {
        Assert.Null(PeriodNotation.Read(text, Basis.Forecast, out var wrong));
        Assert.Equal(reason, wrong!.Reason);
        Assert.Equal(right, wrong.Arguments.FirstOrDefault());
        Assert.False(PeriodNotation.TryParseCode(text, out _));
    }

    [Fact]
    public void A_canonical_code_is_read_as_itself() => Gen.Periods.Sample(period =>
    {
        Assert.True(PeriodNotation.TryParseCode(period.Code, out var code));
        Assert.Equal(period.Code, code);
        Assert.Contains(Enum.GetValues<Basis>(), basis => period.Equals(PeriodNotation.Read(period.Code, basis, out _)));
    });
}
