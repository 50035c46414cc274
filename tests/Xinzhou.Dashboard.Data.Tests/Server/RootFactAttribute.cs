namespace Xinzhou.Dashboard.Data.Tests.Server;

/// <summary>A fact about running as root; skipped for other users, who cannot try it.</summary>
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "Only root can try this.";
    }
}
