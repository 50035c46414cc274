
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>One thing that somebody may do. <see cref="Rights"/> says which role holds which.</summary>
public enum Right
{
    /// <summary>浏览: reads every page and the reading API.</summary>
    Read,

    /// <summary>填报: enters figures and progress for his own department, and submits.</summary>
    EnterReturns,

    /// <summary>查看报表: sees returns; a reporter those of his department.</summary>
    SeeReturns,

    /// <summary>审核: returns or releases (审定入库) what others submitted, never his own entry.</summary>
    ReviewReturns,

    /// <summary>更正: corrects a released figure, with a reason; another person's release follows.</summary>
    CorrectFigures,

    /// <summary>定目标: sets targets and overrides lights, with a reason.</summary>
    SetTargets,

    /// <summary>交账: signs milestone reviews.</summary>
    SignReviews,

    /// <summary>编辑方案: edits titles, wording and responsibilities of the plan.</summary>
    EditPlan,

    /// <summary>链长登记: says which industry chains there are and who is their 链长.</summary>
    KeepChains,

    /// <summary>督查督办: runs supervision notices.</summary>
    RunSupervision,

    /// <summary>维护目录: keeps units, departments, indicators, forms, rules and the calendar.</summary>
    KeepCatalogue,

    /// <summary>管理用户: keeps users and their rights.</summary>
    KeepUsers,

    /// <summary>查看审计: reads and exports the audit log.</summary>
    ReadAudit,
}
