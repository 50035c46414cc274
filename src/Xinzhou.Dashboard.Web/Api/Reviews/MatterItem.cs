using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Reviews;

/// <summary>议定事项: what a review decided.</summary>
/// <param name="Text">What.</param>
/// <param name="Owner">The unit that owes it.</param>
/// <param name="Person">责任人; null where nobody is named.</param>
/// <param name="Due">By when.</param>
/// <param name="State">How it stands.</param>
/// <param name="Report">What was noted of it last; null while nothing is.</param>
public sealed record MatterItem(
    string Text, string Owner, string? Person, DateOnly Due, [property: Codes<MatterState>] string State, string? Report);
