using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Rules.Fields;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class RuleCheckTests
{
    private static readonly Catalogue Catalogue = new(
        [Gdp, Indicator("primary"), Indicator("rest", uom: "万元"), Indicator("coal", uom: "万吨"), Indicator("share", IndicatorType.Ratio, "%"), Indicator("other_share", IndicatorType.Ratio, "%")],
        [Province, City, Unit("140902", "忻府区", UnitLevel.County, "140900", 4)]);

    public static TheoryData<string, string> Faulty => new()
    {
        { """{"type":"parts","total":"gdp","parts":["primary"]}""", "TooFewParts parts" },
        { """{"type":"parts","total":"gdp","parts":["primary","gdp"]}""", "Twice parts gdp" },
        { """{"type":"parts","total":"gdp","parts":["primary","primary"]}""", "Twice parts primary" },
        { """{"type":"parts","total":"gdp","parts":["primary","coal"]}""", "UnitsDiffer parts coal" },
        { """{"type":"parts","total":"none","parts":["primary","rest"]}""", "UnknownIndicator total none" },
        // A name is no code: it may change.
        { """{"type":"parts","total":"GDP","parts":["primary","rest"]}""", "UnknownIndicator total GDP" },
        { """{"type":"parts","total":"gdp","parts":["primary","rest"],"units":["999"]}""", "UnknownUnit units 999" },
        { """{"type":"unit_parts","total":"gdp","unit":"140902"}""", "NoPartsBelow unit 140902" },
        { """{"type":"unit_parts","total":"","unit":""}""", "Missing total, Missing unit" },
        { """{"type":"share","share":"primary","part":"primary","total":"gdp"}""", "NoRatio share primary" },
        { """{"type":"share","share":"share","part":"gdp","total":"gdp"}""", "Twice part gdp" },
        { """{"type":"share","share":"share","part":"coal","total":"gdp"}""", "UnitsDiffer part coal" },
        { """{"type":"shares_sum","parts":["share","gdp"]}""", "NoRatio parts gdp" },
        { """{"type":"shares_sum","parts":["share","share"]}""", "Twice parts share" },
        { """{"type":"growth_floor","floor":-100.1}""", "OutOfRange floor -100.1" },
        { """{"type":"growth_floor","floor":0}""", "OutOfRange floor 0" },
        { """{"type":"growth_bound","bound":0}""", "OutOfRange bound 0" },
        { """{"type":"growth_bound","bound":1001}""", "OutOfRange bound 1001" },
        { """{"type":"change_outlier","bound":1,"least":7,"margin":101}""", "OutOfRange bound 1, OutOfRange least 7, OutOfRange margin 101" },
    };

    [Theory, MemberData(nameof(Faulty))]
    public void A_definition_that_makes_no_sense_says_what_is_wrong(string definition, string expected)
    {
        var faults = RuleCheck.Faults("rule", RuleDefinition.Parse("rule", definition), Catalogue);

        Assert.Equal(expected, string.Join(", ", faults.Select(f => $"{f.Reason} {f.Field?.Code} {f.Value}".TrimEnd())));
    }

    [Theory]
    [InlineData("""{"type":"parts","total":"gdp","parts":["primary","rest"],"units":["140900"],"severity":"note"}""")]
    [InlineData("""{"type":"unit_parts","total":"gdp","unit":"140900"}""")]
    [InlineData("""{"type":"share","share":"share","part":"primary","total":"gdp"}""")]
    [InlineData("""{"type":"shares_sum","parts":["share","other_share"],"units":["140900"]}""")]
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
    public void Every_kind_can_be_defined()
    {
        Assert.All(RuleKinds.All, kind =>
        {
            var definition = new RuleDefinition { Kind = kind, Severity = kind.Severity };
            foreach (var field in kind.Fields) definition = definition.With(field, field.Parse(Sound(field)));

            Assert.Empty(RuleCheck.Faults("rule", definition, Catalogue));
            Assert.Equal("rule", definition.ToRule("rule", Catalogue).Code);
            var read = RuleDefinition.Parse("rule", definition.ToJson());
            Assert.Equal((kind, definition.ToJson()), (read.Kind, read.ToJson()));
            Assert.All(kind.Fields, f => Assert.Equal(Sound(f), f.Texts(read.Find(f)!)));
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_kind_has_its_words_in_both_languages(bool english)
    {
        Assert.All(RuleKinds.All.Append(RuleKinds.Unknown), kind =>
        {
            string[] keys = ["Name", "Means", "Sentence", "Asks", "Breach", .. kind.Fields.Select(f => f.Code), .. kind.Fields.OfType<NumberField>().Select(f => $"{f.Code}.range")];
            Assert.All(keys, key => Assert.False(string.IsNullOrWhiteSpace(kind.Text(key, english)), $"{kind.Code} {key}"));
            Assert.NotEqual(kind.Text("Name", english), kind.Text("Name", !english));
        });
    }

    [Fact]
    public void The_stored_names_of_the_kinds_and_their_fields_do_not_change()
    {
        Assert.Equal(
            [
                "gap", "parts: total parts units", "share: share part total", "shares_sum: parts units", "unit_parts: total unit",
                "change_outlier: bound least margin", "growth_sign", "q1_equals_ytd", "ytd_not_falling",
                "count_not_negative", "count_whole", "growth_bound: bound", "growth_floor: floor", "known_before_period_end", "share_bound", "uom_without_conversion",
            ],
            RuleKinds.All.Select(k => k.Fields.Count == 0 ? k.Code : $"{k.Code}: {string.Join(' ', k.Fields.Select(f => f.Code))}"));
    }

    [Theory]
    [InlineData("""{"type":"of_tomorrow","severity":"error","of":["a",1]}""")]
    [InlineData("""{"type":"growth_floor"}""")]
    [InlineData("""{"type":"growth_floor","floor":"low"}""")]
    [InlineData("""{"type":"gap","severity":"fatal"}""")]
    [InlineData("[]")]
    public void What_is_not_understood_stays_as_it_is_stored_and_is_not_taken(string stored)
    {
        var definition = RuleDefinition.Read("odd", stored);

        Assert.Contains("'odd'", definition.Fault, StringComparison.Ordinal);
        Assert.Equal((RuleKinds.Unknown, stored), (definition.Kind, definition.ToJson()));
        Assert.Equal(RuleFaultReason.UnknownKind, Assert.Single(RuleCheck.Faults("odd", definition, Catalogue)).Reason);
        Assert.Equal(definition.Fault, Assert.Throws<FormatException>(() => RuleDefinition.Parse("odd", stored)).Message);
    }

    private static string[] Sound(RuleField field) => field switch
    {
        IndicatorsField { IsRatio: true } => ["share", "other_share"],
        IndicatorsField => ["primary", "rest"],
        IndicatorField { IsRatio: true } => ["share"],
        IndicatorField { Code: "total" } => ["gdp"],
        IndicatorField => ["primary"],
        UnitField or UnitsField => ["140900"],
        NumberField { Least: < 0 } => ["-100"],
        _ => ["8"],
    };
}
