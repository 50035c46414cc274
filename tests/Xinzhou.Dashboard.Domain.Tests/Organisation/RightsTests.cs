using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Tests.Organisation;

[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class RightsTests
{
    private static readonly Role[] Administrations = [Role.Admin, Role.Security, Role.Auditor];

    [Fact]
    public void Every_role_reads_and_every_right_has_a_holder()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(role.Has(Right.Read)));
        Assert.All(Enum.GetValues<Right>(), right => Assert.NotEmpty(Rights.Holders(right)));
    }

    [Fact]
    public void No_administrator_enters_releases_or_corrects_a_figure() =>
        Assert.All(Administrations, role => Assert.DoesNotContain(
            Rights.Of(role), right => right is Right.EnterReturns or Right.ReviewReturns or Right.CorrectFigures or Right.SetTargets));

    [Fact]
    public void Nobody_enters_and_releases() =>
        Assert.Empty(Rights.Holders(Right.EnterReturns).Intersect(Rights.Holders(Right.ReviewReturns)));

    [Fact]
    public void The_three_administrations_are_three_roles()
    {
        Assert.Equal([Role.Admin], Rights.Holders(Right.KeepCatalogue));
        Assert.Equal([Role.Security], Rights.Holders(Right.KeepUsers));
        Assert.Equal([Role.Auditor], Rights.Holders(Right.ReadAudit));
    }

    [Theory]
    [InlineData(Right.EnterReturns, Role.Reporter)]
    [InlineData(Right.ReviewReturns, Role.Reviewer)]
    [InlineData(Right.SetTargets, Role.Leader)]
    [InlineData(Right.SignReviews, Role.Leader)]
    [InlineData(Right.EditPlan, Role.Supervisor)]
    [InlineData(Right.RunSupervision, Role.Supervisor)]
    public void A_right_belongs_to_one_role(Right right, Role holder) => Assert.Equal([holder], Rights.Holders(right));
}
