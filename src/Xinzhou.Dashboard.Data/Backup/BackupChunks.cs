namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// How the content of a backup lies in its file: chunks of a length, the sealed content, a tag. The highest bit of the length
/// marks the last one.
/// </summary>
internal static class BackupChunks
{
    /// <summary>The most bytes of content in a chunk.</summary>
    public const int Length = 1 << 17;

    /// <summary>The bytes before the content.</summary>
    public const int LengthLength = sizeof(uint);

    /// <summary>Marks the last chunk.</summary>
    public const uint Last = 1u << 31;

    public static BackupException Damaged(Exception? inner = null) =>
        new(BackupFault.Damaged, "The backup was damaged or changed since it was written: nothing of it is restored; take another copy.", inner);

    public static BackupException Truncated() =>
        new(BackupFault.Truncated, "The end of the backup is missing: nothing of it is restored; take another copy.");
}
