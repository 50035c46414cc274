namespace Xinzhou.Dashboard.Data.Server;

/// <summary>Why the database cannot be used.</summary>
public enum DatabaseFailure
{
    /// <summary>No PostgreSQL 15 or newer is on this machine, or not the major version that wrote the data.</summary>
    NoBinaries,

    /// <summary>The data folder cannot be created, read or entered by the OS user that has to.</summary>
    FolderNotUsable,

    /// <summary>The private server could not be set up (initdb).</summary>
    NotInitialised,

    /// <summary>The private server did not come up, or refuses this OS user.</summary>
    NotStarted,

    /// <summary>Another process has been starting or stopping the private server for too long.</summary>
    Busy,

    /// <summary>The configured server does not answer or refuses the connection string.</summary>
    NotReachable,

    /// <summary>The configured server is older than PostgreSQL 15.</summary>
    TooOld,
}
