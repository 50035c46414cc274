namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>What the process tells its caller.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>Understood and refused, for a reason that stands on stderr.</summary>
    Refused = 1,

    /// <summary>The command line or a setting is wrong.</summary>
    WrongUsage = 2,

    /// <summary>The environment lacks something: PostgreSQL, a folder, a free port.</summary>
    EnvironmentLacking = 3,
}
