namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>What has become of a request over an account.</summary>
public enum AccountRequestState
{
    /// <summary>待同意: waits for another security administrator, at most <see cref="FourEyes.Wait"/>.</summary>
    Pending,

    /// <summary>已生效: another one has consented, or its time has come.</summary>
    InForce,

    /// <summary>未同意: another one has refused.</summary>
    Refused,

    /// <summary>已撤回: whoever asked has taken it back.</summary>
    Withdrawn,

    /// <summary>已失效: what was asked for cannot be done any more, or whoever asked is no security administrator any more.</summary>
    Void,
}
