namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>Marks pages that look the same to everybody of one role and department but for the header: a refresh of them is rendered once (<see cref="SharedRefresh"/>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedRenderingAttribute : Attribute;
