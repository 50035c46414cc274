namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>What a row that is counted is about.</summary>
public enum ConductKind
{
    /// <summary>报表: a return.</summary>
    Return,

    /// <summary>进展报送: a check-in of a work item.</summary>
    CheckIn,

    /// <summary>督办签收.</summary>
    NoticeSign,

    /// <summary>督办反馈.</summary>
    NoticeFeedback,

    /// <summary>督办办结.</summary>
    NoticeSettle,

    /// <summary>亮灯: a work item or a target.</summary>
    Light,
}
