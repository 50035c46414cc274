using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>A step of a notice: assign (交办), sign (签收), feedback (反馈), settle (办结), verify (核实), close (销号).</summary>
/// <param name="Step">Which.</param>
/// <param name="Due">By the end of which day; null where the step has no date.</param>
/// <param name="At">When it was done; null while it is not. Of settle, when the unit made the claim that stands.</param>
/// <param name="By">Who did it; null while it is not done.</param>
/// <param name="Late">Whether it was done after its day, or is not done and the day is over.</param>
public sealed record NoticeStepItem([property: Codes<NoticeStep>] string Step, DateOnly? Due, DateTimeOffset? At, string? By, bool Late)
{
    internal static NoticeStepItem Of(NoticeStepState state) => new(
        Code.Of(state.Step), state.Due, state.At is { } at ? Instants.InShanghai(at) : null, state.By, state.IsLate);
}
