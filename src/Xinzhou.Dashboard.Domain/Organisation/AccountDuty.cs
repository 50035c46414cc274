namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>What somebody who has signed in must do before anything else.</summary>
public enum AccountDuty
{
    /// <summary>His role takes a second factor, and he has signed in without one.</summary>
    SecondFactor,

    /// <summary>His password is older than the installation allows.</summary>
    Password,
}
