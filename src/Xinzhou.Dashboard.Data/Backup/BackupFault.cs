namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Why a backup is not taken, or not restored.</summary>
public enum BackupFault
{
    /// <summary>A file of that name is there.</summary>
    FileExists,

    /// <summary>The database has no tables yet.</summary>
    NothingThere,

    /// <summary>The file is something else, or of a format that this version does not know.</summary>
    NotABackup,

    /// <summary>Something in the file was changed since it was written.</summary>
    Damaged,

    /// <summary>The end of the file is missing.</summary>
    Truncated,

    /// <summary>The file is encrypted and no key was given.</summary>
    KeyNeeded,

    /// <summary>A key was given and the file is not encrypted.</summary>
    NotEncrypted,

    /// <summary>The file is encrypted with another key.</summary>
    WrongKey,

    /// <summary>The key file is too short or too long to be one.</summary>
    NoKey,

    /// <summary>The backup has migrations that this version does not know.</summary>
    NewerSchema,

    /// <summary>The tables of the backup are not those that its migrations make.</summary>
    OtherSchema,

    /// <summary>The database holds tables that are not the product's.</summary>
    ForeignTables,

    /// <summary>The installation holds something, and it was not said that it is to be replaced.</summary>
    NotEmpty,

    /// <summary>Others are at work on the data.</summary>
    InUse,

    /// <summary>What was restored is not what was backed up; nothing was changed.</summary>
    NotEqual,
}
