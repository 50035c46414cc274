using System.Text;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Tests.Import;

public sealed class ConsequencesTests
{
    private const string File =
        """
        indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published
        甲,全市,2023-FY,10,亿元,,http://a.cn/1,annual,,,,2024-02-01
        乙,全市,2023-FY,3,亿元,,http://a.cn/1,annual,,,,2024-02-01
        丁,全市,2023-FY,1,亿元,,http://a.cn/1,annual,,,,2024-02-01
        戊,全市,2023-FY,1,吨,70,http://a.cn/1,annual,,,,2024-02-01
        丙,全市,2023-FY,4,亿元,,http://a.cn/1,annual,,,,2024-02-01
        丁,全市,2023-FY,2,亿元,,http://a.cn/2,annual,,,,2024-02-01
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(8));

    /// <summary>The parts do not add up, two sources differ, a growth is beyond its bound; whatever a round holds of it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void They_are_the_same_in_however_many_rounds_they_are_judged(int roundSize)
    {
        var read = Read(new([], []));
        var catalogue = new Catalogue(read.NewIndicators, read.NewUnits);
        var rules = RuleBook.Parse(
            [("parts", """{"type":"parts","total":"甲","parts":["乙","丙"]}"""), ("bound", """{"type":"growth_bound","bound":50}""")], catalogue);
        var reading = Read(catalogue);
        var added = new AddedFigures(FigureBook.Empty, new IndicatorFamilies(rules), Now, roundSize);
        var comparison = Comparison.Of(reading, FigureBook.Empty, added.Add);

        Assert.Equal((7, 0), (comparison.New.Count, comparison.Unchanged));
        Assert.Equal(reading.Figures, comparison.New);
        Assert.Equal(new(0, 2, 2), Consequences.Of(FigureBook.Empty, comparison.New, added, rules));
    }

    private static FigureReading Read(Catalogue catalogue) =>
        FigureTableReader.Read(CsvTable.Read(Encoding.UTF8.GetBytes(File)), new() { Catalogue = catalogue, Now = Now, Create = true });
}
