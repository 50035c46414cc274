namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>Why a commitment was not signed.</summary>
public enum PledgeFault
{
    /// <summary>The code is wrong, or was used before.</summary>
    CodeWrong,

    /// <summary>The passkey is not his, or was not answered in time.</summary>
    PasskeyRefused,

    /// <summary>What holds has changed since he saw it.</summary>
    Changed,
}
