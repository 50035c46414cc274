namespace Xinzhou.Dashboard.Web.Work;

/// <summary>One of the things that can be chosen.</summary>
/// <param name="Value">What is meant.</param>
/// <param name="Text">What the person reads.</param>
public sealed record Choice<T>(T Value, string Text);
