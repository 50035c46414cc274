using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class IndicatorFamiliesTests
{
    [Fact]
    public void Indicators_that_rules_name_together_are_one_family_also_by_way_of_another_rule()
    {
        var families = new IndicatorFamilies(RuleBook.Parse(
        [
            ("parts", """{"type":"parts","total":"a","parts":["b","c"]}"""),
            ("shares", """{"type":"shares_sum","parts":["s","t"]}"""),
            ("share", """{"type":"share","share":"s","part":"d","total":"c"}"""),
            ("counties", """{"type":"unit_parts","total":"e","unit":"140900"}"""),
            ("gap", """{"type":"gap"}"""),
        ], new Catalogue([], [])));

        Assert.Single("abcstd".Select(c => families.Of($"{c}")).Distinct());
        Assert.Equal("e", families.Of("e"));
        Assert.Equal("f", families.Of("f"));
        Assert.NotEqual("e", families.Of("a"));
    }
}
