namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>What is killed.</summary>
public enum Victim
{
    /// <summary>The web process.</summary>
    Web,

    /// <summary>PostgreSQL's first process.</summary>
    Postgres,

    /// <summary>Both at once.</summary>
    Both,
}
