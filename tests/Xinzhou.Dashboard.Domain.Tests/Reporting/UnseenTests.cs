using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Domain.Tests.Reporting;

/// <summary>What somebody learns of a return that is not his: nothing, not even whether it is there.</summary>
[Trait("Category", "Security")]
public sealed class UnseenTests
{
    [Theory]
    [InlineData(Role.Reporter, "a", null)]
    [InlineData(Role.Reporter, "b", ReturnRefusal.WrongDepartment)]
    [InlineData(Role.Reporter, null, ReturnRefusal.WrongDepartment)]
    [InlineData(Role.Reviewer, "b", null)]
    [InlineData(Role.Reviewer, null, ReturnRefusal.NotFound)]
    [InlineData(Role.Viewer, "a", ReturnRefusal.WrongRole)]
    [InlineData(Role.Viewer, null, ReturnRefusal.WrongRole)]
    public void A_stranger_is_answered_the_same_be_it_there_or_not(Role role, string? department, ReturnRefusal? expected) =>
        Assert.Equal(expected, ReturnRights.Unseen(new(Guid.Empty, "x", "某人", role, "a"), department));

    [Fact]
    public void A_reporter_of_no_department_sees_none() =>
        Assert.Equal(ReturnRefusal.WrongDepartment, ReturnRights.Unseen(new(Guid.Empty, "x", "某人", Role.Reporter, null), null));
}
