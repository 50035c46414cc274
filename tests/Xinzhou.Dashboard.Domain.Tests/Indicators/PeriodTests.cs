using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class PeriodTests
{
    public static TheoryData<Period, string, string, string> Labels => new()
    {
        { Period.Ytd(2023, 1), "2023-M01", "1月", "2023年1月" },
        { Period.Ytd(2023, 2), "2023-M01-02", "1—2月", "2023年1—2月" },
        { Period.Ytd(2023, 3), "2023-Q1", "一季度", "2023年一季度" },
        { Period.Ytd(2023, 6), "2023-H1", "上半年", "2023年上半年" },
        { Period.Ytd(2023, 9), "2023-9M", "前三季度", "2023年前三季度" },
        { Period.Ytd(2023, 11), "2023-M01-11", "1—11月", "2023年1—11月" },
        { Period.Ytd(2023, 12), "2023-FY", "全年", "2023年全年" },
        { Period.Quarter(2023, 1), "2023-Q1", "一季度", "2023年一季度" },
        { Period.Quarter(2023, 2), "2023-Q2", "二季度（当季）", "2023年二季度（当季）" },
        { Period.Month(2023, 5), "2023-M05", "5月（当月）", "2023年5月（当月）" },
        { Period.BareYear(2024), "2024", "2024年", "2024年" },
        { Period.Point(new(2023, 7, 31)), "2023-07-31", "截至7月底", "截至2023年7月底" },
        { Period.Point(new(2024, 2, 29)), "2024-02-29", "截至2月底", "截至2024年2月底" },
        { Period.Point(new(2024, 11, 19)), "2024-11-19", "截至11月19日", "截至2024年11月19日" },
        { Period.Span(2021, 2025), "2021-2025", "2021—2025年", "2021—2025年" },
        { Period.Unstated, "UNSTATED", "时期未载明", "时期未载明" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_period_has_its_canonical_code_and_is_named_as_releases_name_it(Period period, string code, string label, string name)
    {
        Assert.Equal((code, label, name), (period.Code, period.Label(), period.FullName()));
    }

    [Fact]
    public void The_words_of_the_source_replace_the_label() =>
        Assert.Equal("到2023年底", Period.Point(new(2023, 12, 31)).FullName("到年底"));

    [Fact]
    public void A_full_year_counts_as_year_to_date_to_december()
    {
        Assert.Equal(12, Period.FullYear(2023).YtdMonth);
        Assert.Null(Period.BareYear(2023).YtdMonth);
        Assert.NotEqual(Period.BareYear(2023), Period.FullYear(2023));
    }

    [Fact]
    public void The_first_quarter_alone_is_another_period_than_the_first_quarter_year_to_date() =>
        Assert.NotEqual(Period.Quarter(2023, 1), Period.Ytd(2023, 3));

    [Theory]
    [InlineData("2023-M06", PeriodKind.Ytd)]
    [InlineData("2023-M01-06", PeriodKind.Ytd)]
    [InlineData("2023-02-30", PeriodKind.Point)]
    [InlineData("2023-Q5", PeriodKind.Quarter)]
    public void A_code_that_is_not_canonical_is_refused(string code, PeriodKind kind) =>
        Assert.Throws<FormatException>(() => Period.FromCode(code, kind));

    [Fact]
    public void Code_and_kind_give_the_period_back() =>
        Periods.Sample(period =>
        {
            var read = Period.FromCode(period.Code, period.Kind);
            Assert.Equal((period, period.Start, period.End), (read, read.Start, read.End));
        });

    private static Gen<Period> Periods => Gen.OneOf(
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12]).Select(Period.Ytd),
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 4]).Select(Period.Quarter),
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12]).Select(Period.Month),
        Gen.Int[1, 9999].Select(Period.FullYear),
        Gen.Int[1, 9999].Select(Period.BareYear),
        Gen.Int[1, 3_000_000].Select(DateOnly.FromDayNumber).Select(Period.Point),
        Gen.Select(Gen.Int[1, 9000], Gen.Int[1, 900]).Select((first, years) => Period.Span(first, first + years)),
        Gen.Const(Period.Unstated));
}
