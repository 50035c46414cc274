using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry.Returns;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>Which return presses: a due date speaks to who still owes, and a correction is bound to none.</summary>
public sealed class ReturnsModelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_correction_waits_behind_what_is_due_and_is_never_next()
    {
        var correcting = Summary(1, new(2026, 2), ReturnState.Correcting, Now.AddDays(-127));
        var owed = Summary(2, new(2026, 3), ReturnState.InProgress, Now.AddDays(3));

        var model = ReturnsModel.Of([correcting, owed], new(null, null, null), Now);

        Assert.Equal([2, 1], model.Owed.Select(r => r.Id));
        Assert.Equal(owed.Dates, model.Next);
        Assert.Null(ReturnsModel.Of([correcting], new(null, null, null), Now).Next);
    }

    [Theory]
    [InlineData(ReturnState.Submitted, null, true)]
    [InlineData(ReturnState.Returned, null, true)]
    [InlineData(ReturnState.Submitted, "口径有误", false)]
    [InlineData(ReturnState.Correcting, "口径有误", false)]
    [InlineData(ReturnState.Released, null, false)]
    public void A_due_date_presses_the_reviewer_but_for_corrections(ReturnState state, string? correction, bool presses) =>
        Assert.Equal(presses, new ReviewItem(Summary(1, new(2026, 2), state, Now.AddDays(-1)), 1, "填报人", Now, correction, 0, IsOwn: false).Presses);

    private static ReturnSummary Summary(int id, Quarter quarter, ReturnState state, DateTimeOffset due) => new()
    {
        Id = id,
        FormCode = "test",
        FormName = "季度表",
        Quarter = quarter,
        Department = new Department("a", "示例单位", 1),
        State = state,
        Version = 1,
        Dates = new(due.AddDays(-15), due, due.AddDays(30), 3, 3),
        FilledCells = 1,
        AllCells = 1,
    };
}
