namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>By what the audit log answers for its events.</summary>
public enum AuditDigest
{
    /// <summary>The chain of SHA-256 that the database keeps.</summary>
    Sha256,

    /// <summary>That chain, and each night a seal over it by SM3 (GB/T 32905).</summary>
    Sm3,
}
