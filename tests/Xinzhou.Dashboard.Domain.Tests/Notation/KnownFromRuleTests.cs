using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

public sealed class KnownFromRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset ForFile = new(2026, 1, 2, 0, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("2020-02-05", "", "http://a.com/2021-01-01", "2020-02-05T00:00:00+08:00", KnownFromBasis.Stated)]
    [InlineData("2026-02", "", "a", "2026-02-28T00:00:00+08:00", KnownFromBasis.Stated)]
    [InlineData("2023-08-18T01:30:00Z", "", "a", "2023-08-18T09:30:00+08:00", KnownFromBasis.Stated)]
    [InlineData("2023-08-18T09:30:00.1234567+08:00", "", "a", "2023-08-18T09:30:00.123456+08:00", KnownFromBasis.Stated)]
    [InlineData("2023-08-18t01:30:00.123456789z", "", "a", "2023-08-18T09:30:00.123456+08:00", KnownFromBasis.Stated)]
    [InlineData(null, "修订后(2026-01发布会口径)", "http://a.com/2021-01-01", "2026-01-31T00:00:00+08:00", KnownFromBasis.Vintage)]
    [InlineData(null, "初步核算", "http://zixun.shlzdq.top/zixun/56809.html (转新华网2023-10-24)", "2023-10-24T00:00:00+08:00", KnownFromBasis.Source)]
    [InlineData(null, "", "https://www.workercn.cn/c/2025-05-30/8532383.shtml", "2025-05-30T00:00:00+08:00", KnownFromBasis.Source)]
    [InlineData(null, "", "http://chinadevelopment.com.cn/news/cj/2023/07/1850800.shtml", "2026-01-02T00:00:00+08:00", KnownFromBasis.Stated)]
    [InlineData(null, "", "https://a.com/2023-07", "2026-01-02T00:00:00+08:00", KnownFromBasis.Stated)]
    public void Known_from_is_the_first_that_is_given(string? published, string vintage, string source, string moment, KnownFromBasis basis)
    {
        var known = KnownFromRule.Of(
            published is null ? null : DateNotation.Read(published), VintageText.Read(vintage), SourceText.Read(source), ForFile, Now);
        Assert.Equal((DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), basis), known);
    }

    [Fact]
    public void A_month_for_the_whole_file_says_that_it_is_one() =>
        Assert.Equal((ForFile, KnownFromBasis.Month), KnownFromRule.Of(null, VintageText.Read(""), SourceText.Read("a"), ForFile, Now, givenToMonth: true));

    [Theory]
    [InlineData("修订后(2026-01发布会口径)", true)]
    [InlineData("2023-08-18发布", false)]
    [InlineData("2023-13时点", false)]
    [InlineData("初步核算", false)]
    public void A_label_may_know_the_month_alone(string label, bool month) => Assert.Equal(month, DateNotation.IsMonthIn(label));

    [Fact]
    public void Without_any_date_it_is_the_moment_of_the_import() =>
        Assert.Equal(
            (Now, KnownFromBasis.Recorded),
            KnownFromRule.Of(null, VintageText.Read(""), SourceText.Read("a"), null, Now));

    [Theory]
    [InlineData("2023-02-30")]
    [InlineData("2023-13")]
    [InlineData("2023")]
    [InlineData("2023/08/18")]
    [InlineData("2023-8-18")]
    [InlineData("2023-08-18T09:30:00")]
    [InlineData("0001-01-01")]
    [InlineData("18-08-2023")]
    public void What_is_no_date_of_publication_is_refused(string text) => Assert.Null(DateNotation.Read(text));

    [Theory]
    [InlineData("2023-08-18")]
    [InlineData("2023-08-18T09:30:00+08:00")]
    [InlineData("2023-08-18T09:30:00.123456+08:00")]
    public void A_moment_written_is_read_back(string text) =>
        Assert.Equal(text, DateNotation.Write(DateNotation.Read(text)!.Value));
}
