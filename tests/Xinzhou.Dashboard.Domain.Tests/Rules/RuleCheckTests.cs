using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class RuleCheckTests
{
    private static readonly Catalogue Catalogue = new(
        [Gdp, Indicator("primary"), Indicator("rest", uom: "万元"), Indicator("coal", uom: "万吨"), Indicator("share", IndicatorType.Ratio, "%")],
        [Province, City, Unit("140902", "忻府区", UnitLevel.County, "140900", 4)]);

    public static TheoryData<string, string> Faulty => new()
    {
        { """{"type":"parts","total":"gdp","parts":["primary"]}""", "TooFewParts Parts" },
        { """{"type":"parts","total":"gdp","parts":["primary","gdp"]}""", "Twice Parts gdp" },
        { """{"type":"parts","total":"gdp","parts":["primary","primary"]}""", "Twice Parts primary" },
        { """{"type":"parts","total":"gdp","parts":["primary","coal"]}""", "UnitsDiffer Parts coal" },
        { """{"type":"parts","total":"none","parts":["primary","rest"]}""", "UnknownIndicator Total none" },
        // A name is no code: it may change.
        { """{"type":"parts","total":"GDP","parts":["primary","rest"]}""", "UnknownIndicator Total GDP" },
        { """{"type":"parts","total":"gdp","parts":["primary","rest"],"units":["999"]}""", "UnknownUnit Units 999" },
        { """{"type":"unit_parts","total":"gdp","unit":"140902"}""", "NoPartsBelow Unit 140902" },
        { """{"type":"unit_parts","total":"","unit":""}""", "Missing Total, Missing Unit" },
        { """{"type":"share","share":"primary","part":"primary","total":"gdp"}""", "NoRatio Share primary" },
        { """{"type":"share","share":"share","part":"gdp","total":"gdp"}""", "Twice Part gdp" },
        { """{"type":"share","share":"share","part":"coal","total":"gdp"}""", "UnitsDiffer Part coal" },
        { """{"type":"growth_floor","floor":-100.1}""", "BadFloor Floor -100.1" },
        { """{"type":"growth_floor","floor":0}""", "BadFloor Floor 0" },
        { """{"type":"growth_bound","bound":0}""", "BadBound Bound 0" },
        { """{"type":"growth_bound","bound":1001}""", "BadBound Bound 1001" },
        { """{"type":"change_outlier","bound":1,"least":7,"margin":101}""", "BadScore Bound 1, BadLeast Least 7, BadMargin Margin 101" },
    };

    [Theory, MemberData(nameof(Faulty))]
    public void A_definition_that_makes_no_sense_says_what_is_wrong(string definition, string expected)
    {
        var faults = RuleCheck.Faults("rule", RuleDefinition.Parse("rule", definition), Catalogue);

        Assert.Equal(expected, string.Join(", ", faults.Select(f => $"{f.Reason} {f.Field} {f.Value}".TrimEnd())));
    }

    [Theory]
    [InlineData("""{"type":"parts","total":"gdp","parts":["primary","rest"],"units":["140900"],"severity":"note"}""")]
    [InlineData("""{"type":"unit_parts","total":"gdp","unit":"140900"}""")]
    [InlineData("""{"type":"share","share":"share","part":"primary","total":"gdp"}""")]
    [InlineData("""{"type":"gap","severity":"warning"}""")]
    [InlineData("""{"type":"growth_floor","floor":-100}""")]
    [InlineData("""{"type":"growth_bound","bound":12.5}""")]
    [InlineData("""{"type":"change_outlier","bound":3.5,"least":8,"margin":10}""")]
    public void A_sound_definition_is_taken_and_written_as_it_was_read(string definition)
    {
        var read = RuleDefinition.Parse("rule", definition);

        Assert.Empty(RuleCheck.Faults("rule", read, Catalogue));
        Assert.Equal(read.ToJson(), RuleDefinition.Parse("rule", read.ToJson()).ToJson());
        Assert.Equal(read.Severity, read.ToRule("rule", Catalogue).Severity);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("Gdp")]
    [InlineData("1gdp")]
    [InlineData("总量")]
    [InlineData("gdp parts")]
    [InlineData("new")]
    public void A_code_is_small_letters_digits_and_underscores(string? code) =>
        Assert.Equal(RuleFaultReason.BadCode, Assert.Single(RuleCheck.Faults(code, RuleDefinition.Parse("r", """{"type":"gap"}"""), Catalogue)).Reason);

    [Fact]
    public void Every_type_can_be_defined()
    {
        Assert.All(Enum.GetValues<RuleType>(), type =>
        {
            var definition = new RuleDefinition
            {
                Type = type,
                Severity = RuleDefinition.DefaultSeverity(type),
                Total = "gdp",
                Parts = ["primary", "rest"],
                Unit = "140900",
                Share = "share",
                Part = "primary",
                Floor = -100,
                Bound = 5,
                Least = 8,
                Margin = 10,
            };
            Assert.Empty(RuleCheck.Faults("rule", definition, Catalogue));
            Assert.Equal("rule", definition.ToRule("rule", Catalogue).Code);
            Assert.Equal(type, RuleDefinition.Parse("rule", definition.ToJson()).Type);
        });
    }
}
