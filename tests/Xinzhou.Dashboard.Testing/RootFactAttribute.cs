namespace Xinzhou.Dashboard.Testing;

/// <summary>A fact about running as root; skipped for other users, who cannot try it.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess) Skip = "Only root can try this.";
    }
}
