namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>What the frame of every page has to know about this installation. Section <c>Dashboard</c>.</summary>
public sealed class ShellOptions
{
    public const string Section = "Dashboard";

    /// <summary>Whether the demonstration data set is loaded: every page then wears the violet bar 演示数据.</summary>
    public bool Demo { get; set; }
}
