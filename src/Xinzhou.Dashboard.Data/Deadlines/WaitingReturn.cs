using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Deadlines;

/// <summary>A return that waits for its reporter or for a reviewer.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Form">The name of its form.</param>
/// <param name="FormEn">The same in English; null where there is none.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Department">The code of the department whose it is.</param>
/// <param name="DepartmentName">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueAt">By when it is to be submitted.</param>
internal sealed record WaitingReturn(
    int Id, string Form, string? FormEn, Quarter Quarter, string Department, string DepartmentName, ReturnState State, DateTimeOffset DueAt)
{
    /// <summary>True while it waits for its reporter, by its day.</summary>
    public bool IsOwed => State is ReturnState.Open or ReturnState.InProgress or ReturnState.Returned;

    /// <summary>What is to be done by its day.</summary>
    /// <param name="now">The moment.</param>
    public Deadline Deadline(DateTimeOffset now) => new()
    {
        Kind = ConcernKind.Return,
        Reference = FormattableString.Invariant($"{Id}"),
        Title = Form,
        TitleEn = FormEn,
        Unit = DepartmentName,
        Quarter = Quarter,
        // What is due at midnight is due on the day that ends then.
        Day = Shanghai.DayOf(DueAt.AddTicks(-1)),
        IsLate = IsOwed && now >= DueAt,
    };
}
