namespace Xinzhou.Dashboard.Data.Server;

/// <summary>Why PostgreSQL cannot do what it is asked for, though nothing is wrong with what is asked.</summary>
public enum DatabaseOutage
{
    /// <summary>It went away, is starting or stopping, or gives no answer in time: nobody knows what became of what it was just told.</summary>
    Away,

    /// <summary>It is there and takes no more connections, or has no memory left.</summary>
    Crowded,

    /// <summary>Its disk is full.</summary>
    DiskFull,

    /// <summary>It takes no changes: it was set so, or is a standby of another.</summary>
    ReadOnly,
}
