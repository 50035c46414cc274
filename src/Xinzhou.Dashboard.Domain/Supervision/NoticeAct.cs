namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What is done about a notice after it was assigned (交办). The past of a notice is the row of its acts.</summary>
public enum NoticeAct
{
    /// <summary>签收: the unit signs for it.</summary>
    Sign,

    /// <summary>反馈: the unit says how far it is, in words and percent.</summary>
    Feedback,

    /// <summary>申请办结: the unit says that it is done, and what shows it.</summary>
    Claim,

    /// <summary>退回重办: the inspection office does not accept the claim.</summary>
    Refuse,

    /// <summary>督查核实: the inspection office has verified what the unit claims.</summary>
    Verify,

    /// <summary>销号: it is closed; only after it was verified.</summary>
    Close,

    /// <summary>重新办理: what was verified or closed turns out not to hold.</summary>
    Reopen,

    /// <summary>暂停计时: days that do not count.</summary>
    Pause,

    /// <summary>申请延期: the unit asks for another date.</summary>
    AskExtension,

    /// <summary>同意延期: another date takes the place of the one that the clock gives.</summary>
    Extend,

    /// <summary>不同意延期: the date stays.</summary>
    RefuseExtension,

    /// <summary>升级: a rung of the ladder, by itself when something is late, or by a person.</summary>
    Escalate,
}
