namespace Xinzhou.Dashboard.Web.Administration.Users;

/// <summary>Whether somebody can sign in.</summary>
public enum UserStanding
{
    /// <summary>He can.</summary>
    Active,

    /// <summary>He has neither password nor passkey yet.</summary>
    Invited,

    /// <summary>Failures keep him out for a while.</summary>
    Locked,

    /// <summary>An administrator has disabled him.</summary>
    Disabled,

    /// <summary>A persona of the Development environment.</summary>
    Persona,
}
