namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>By what a signatory proved, at the moment of signing, that it is he.</summary>
public enum SignatureFactor
{
    /// <summary>A code of his phone (TOTP).</summary>
    Code,

    /// <summary>A passkey.</summary>
    Passkey,
}
