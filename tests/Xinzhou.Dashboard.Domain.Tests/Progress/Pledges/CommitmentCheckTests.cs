using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Pledges;

/// <summary>Which commitments can be entered into, and why others cannot.</summary>
[Trait("Category", "Quick")]
public sealed class CommitmentCheckTests
{
    private static readonly Indicator Energy = HandMade.Gdp with { Code = "energy", Name = "单位能耗", Direction = Direction.Down };
    private static readonly Indicator Structure = HandMade.Gdp with { Code = "structure", Name = "结构", Direction = Direction.None };

    private readonly HandMade made = new();

    public CommitmentCheckTests()
    {
        made.Add(Period.FullYear(2020), 1000);
        made.Add(Period.FullYear(2023), 1200);
    }

    [Fact]
    public void An_owner_a_base_that_is_known_and_a_path_that_leads_to_the_target_are_enough()
    {
        var target = Target(2000);

        Assert.Empty(Faults(target, Owed(target)));
        Assert.Empty(Faults(target, Owed(target) with { Baseline = "2020" }));
        Assert.Empty(Faults(target, Owed(target) with { Baseline = "2020-12-31", Path = [new(2024, 1300), new(2025, 1300), new(2026, 1900)] }));
    }

    [Fact]
    public void A_target_is_owed_by_a_department_that_there_is()
    {
        var target = Target(2000);

        Assert.Equal([PlanCheckReason.OwnerMissing], Reasons(target, Owed(target) with { Owner = null }));
        Assert.Equal([PlanCheckReason.DissolvedDepartment], Reasons(target, Owed(target) with { Owner = "gone" }));
        Assert.Empty(Faults(target, Owed(target) with { Owner = "going" }));
    }

    [Fact]
    public void Without_a_direction_a_target_is_not_committed_to_unless_its_comparator_tells()
    {
        var plain = Target(2000, Structure);
        var least = Target(2000, Structure, Comparator.AtLeast, 2028);

        Assert.Equal([PlanCheckReason.NoDirection], Reasons(plain, Owed(plain)));
        Assert.Empty(Faults(least, Owed(least)));
    }

    [Theory]
    [InlineData("底", PlanCheckReason.BadBaseline)]
    [InlineData("2027", PlanCheckReason.BaselineNotBefore)]
    [InlineData("2030", PlanCheckReason.BaselineNotBefore)]
    [InlineData("2021", PlanCheckReason.BaselineUnknown)]
    [InlineData("2018", PlanCheckReason.BaselineOtherScope)]
    [InlineData("2019", PlanCheckReason.BaselineOtherPrices)]
    public void A_baseline_is_a_year_before_the_target_of_its_scope_and_in_its_prices(string baseline, PlanCheckReason reason)
    {
        made.Add(Period.FullYear(2018), 900, scope: "不包括开发区");
        made.Add(Period.FullYear(2019), 950, priceBasis: PriceBasis.Constant);
        var target = Target(2000);

        Assert.Equal([reason], Reasons(target, Owed(target) with { Baseline = baseline }));
    }

    [Fact]
    public void On_the_wrong_side_of_its_baseline_a_target_needs_a_reason()
    {
        made.Add(Period.FullYear(2020), 80, Energy);
        var (less, more) = (Target(900), Target(90, Energy));

        Assert.Equal([PlanCheckReason.WrongSide], Reasons(less, Owed(less) with { Baseline = "2020" }));
        Assert.Equal([PlanCheckReason.WrongSide], Reasons(more, Owed(more) with { Baseline = "2020" }));
        Assert.Empty(Faults(less, Owed(less) with { Baseline = "2020", Justification = "产业退出" }));
        // Led to by a path that goes back, and by no other.
        Assert.Empty(Faults(less, Owed(less) with { Baseline = "2020", Justification = "产业退出", Path = [new(2025, 960), new(2026, 920)] }));
        Assert.Equal([PlanCheckReason.PathFalls], Reasons(less, Owed(less) with { Baseline = "2020", Justification = "产业退出", Path = [new(2025, 920), new(2026, 960)] }));
    }

    [Theory]
    [InlineData(2025, 1500, 2026, 1400, PlanCheckReason.PathFalls)]
    [InlineData(2025, 990, 2026, 1400, PlanCheckReason.PathFalls)]
    [InlineData(2025, 1500, 2026, 2001, PlanCheckReason.PathBeyond)]
    [InlineData(2025, 1500, 2027, 1900, PlanCheckReason.PathOutside)]
    [InlineData(2020, 1000, 2026, 1900, PlanCheckReason.PathOutside)]
    public void A_path_rises_between_baseline_and_target(int year, int value, int next, int then, PlanCheckReason reason)
    {
        var target = Target(2000);

        Assert.Equal([reason], Reasons(target, Owed(target) with { Baseline = "2020", Path = [new(year, value), new(next, then)] }));
    }

    [Fact]
    public void Downwards_a_path_falls()
    {
        made.Add(Period.FullYear(2020), 80, Energy);
        var target = Target(60, Energy);

        Assert.Empty(Faults(target, Owed(target) with { Baseline = "2020", Path = [new(2025, 70), new(2026, 65)] }));
        Assert.Equal([PlanCheckReason.PathFalls], Reasons(target, Owed(target) with { Baseline = "2020", Path = [new(2025, 70), new(2026, 75)] }));
        Assert.Equal([PlanCheckReason.PathBeyond], Reasons(target, Owed(target) with { Baseline = "2020", Path = [new(2026, 55)] }));
    }

    [Fact]
    public void Where_base_and_target_are_of_opposite_sign_it_can_be_owed_and_the_light_says_that_it_cannot_be_assessed()
    {
        made.Add(Period.FullYear(2020), -5, HandMade.Income);
        made.Add(Period.FullYear(2023), -2, HandMade.Income);
        var target = Target(10, HandMade.Income);

        Assert.Empty(Faults(target, Owed(target) with { Baseline = "2020" }));
        var plan = CityPlan.Empty with { Commitments = [Owed(target) with { Baseline = "2020" }] };
        var light = LightBoard.Of(plan, made.Book.At(At("2024-06-01")), LightSettings.Default, [], At("2024-06-01")).Target(target.Id);
        Assert.Equal((LightColour.Grey, LightReason.Sign), (light!.Colour, light.Reason));
    }

    private Figure Target(decimal value, Indicator? indicator = null, Comparator comparator = Comparator.Equal, int year = 2027) =>
        made.Add(Period.FullYear(year), value, indicator, known: "2024-01-20", recorded: "2024-01-20", kind: ValueKind.Target, comparator: comparator);

    private static Commitment Owed(Figure target) => Commitment(target, owner: "fgw", isOfMeasure: true);

    private IReadOnlyList<PlanCheckFault> Faults(Figure target, Commitment commitment) => new CommitmentCheck(
        CityPlan.Empty with
        {
            Departments =
            [
                new("fgw", "市发展改革委", 1), new("gone", "原某局", 2) { DissolvedOn = Day("2024-06-01") }, new("going", "某局", 3) { DissolvedOn = Day("2024-06-02") },
            ],
        },
        made.Book.At(At("2024-06-01")),
        Day("2024-06-01")).Faults(target, commitment);

    private IEnumerable<PlanCheckReason> Reasons(Figure target, Commitment commitment) => Faults(target, commitment).Select(f => f.Reason);
}
