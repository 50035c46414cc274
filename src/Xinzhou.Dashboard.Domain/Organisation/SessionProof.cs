namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>By what a session was begun.</summary>
public enum SessionProof
{
    /// <summary>密码: the password alone.</summary>
    Password,

    /// <summary>密码和动态验证码: the password and a code of the second factor.</summary>
    SecondFactor,

    /// <summary>恢复码: the password and a recovery code.</summary>
    RecoveryCode,

    /// <summary>通行密钥: a passkey, whose device made sure of its owner.</summary>
    Passkey,

    /// <summary>单点登录: the provider of single sign-on.</summary>
    SingleSignOn,

    /// <summary>演示身份: one click, in the Development environment.</summary>
    Persona,
}
