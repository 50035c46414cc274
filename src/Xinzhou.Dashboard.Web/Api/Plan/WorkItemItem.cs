namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>具体工作: a part of a key task.</summary>
/// <param name="Order">The place in its task, from 1.</param>
/// <param name="Text">The wording.</param>
public sealed record WorkItemItem(int Order, string Text);
