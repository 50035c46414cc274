namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>What a backup is encrypted with; the file says which, so that reading asks for none.</summary>
public enum BackupCipher
{
    /// <summary>AES-256-GCM, the key derived by SHA-256.</summary>
    Aes,

    /// <summary>SM4-GCM (GB/T 32907), the key derived by SM3 (GB/T 32905).</summary>
    Sm4,
}
