namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>
/// What a security administrator asks for that takes a second pair of eyes: each could give an account into other hands, or take away who
/// could refuse.
/// </summary>
public enum AccountRequestKind
{
    /// <summary>新建用户: a new user, with a link by which he chooses his password.</summary>
    Create,

    /// <summary>变更权限: another role, department or e-mail address (by which single sign-on finds him).</summary>
    Change,

    /// <summary>重设密码: the password ends, and there is a new link to choose one.</summary>
    Invite,

    /// <summary>取消第二因素: second factor and passkeys end.</summary>
    Reset,

    /// <summary>停用安全管理员: who could refuse is to be there no more. Anybody else is disabled at once.</summary>
    Disable,

    /// <summary>启用安全管理员: who could consent is to be there again. Anybody else is enabled at once.</summary>
    Enable,
}
