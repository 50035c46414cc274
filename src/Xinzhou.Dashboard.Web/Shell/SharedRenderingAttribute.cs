namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Marks pages that look the same to everybody of one role and department but for the header: it is rendered once for all of them (<see cref="SharedPages"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedRenderingAttribute : Attribute;
