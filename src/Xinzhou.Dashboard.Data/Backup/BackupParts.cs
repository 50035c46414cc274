namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>The parts of the content of a backup; numbers are of four bytes, the highest first.</summary>
internal static class BackupParts
{
    /// <summary>A table: the length of its name, the name, and its rows in segments, each after its length; 0 ends it.</summary>
    public const int Table = 1;

    /// <summary>The manifest: its length and a JSON object. Nothing follows.</summary>
    public const int Manifest = 2;

    /// <summary>The most bytes of a segment.</summary>
    public const int SegmentLength = 1 << 16;

    /// <summary>The most bytes of a name: PostgreSQL has no longer ones.</summary>
    public const int MaxNameLength = 255;

    /// <summary>The most bytes of the manifest.</summary>
    public const int MaxManifestLength = 1 << 24;
}
