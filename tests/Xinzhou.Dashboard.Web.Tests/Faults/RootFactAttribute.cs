namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>A fact that takes a disk of its own; skipped for other users than root, who cannot mount one.</summary>
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "Only root can mount a small disk.";
    }
}
