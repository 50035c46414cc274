namespace Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix;

/// <summary>How a request is answered, as far as rights are concerned.</summary>
public enum Answer
{
    /// <summary>Served: any answer but those below; a form without its token is refused for that alone.</summary>
    Allowed,

    /// <summary>Sent to the sign-in page, or 401.</summary>
    SignIn,

    /// <summary>403.</summary>
    Forbidden,
}
