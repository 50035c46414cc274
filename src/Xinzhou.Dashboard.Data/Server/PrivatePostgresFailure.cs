namespace Xinzhou.Dashboard.Data.Server;

/// <summary>Why the private PostgreSQL cannot be used.</summary>
public enum PrivatePostgresFailure
{
    /// <summary>No PostgreSQL 15 or newer, or not the major version that wrote the data.</summary>
    NoBinaries,

    /// <summary>The data folder cannot be created, read or entered by the OS user that has to.</summary>
    FolderNotUsable,

    /// <summary>initdb did not succeed.</summary>
    NotInitialised,

    /// <summary>The server did not come up, or refuses this OS user.</summary>
    NotStarted,

    /// <summary>Another process has been starting or stopping the server for too long.</summary>
    Busy,
}
