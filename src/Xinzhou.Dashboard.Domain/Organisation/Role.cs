
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>What somebody may do. The three administrations are different people, and none of them enters or releases figures.</summary>
public enum Role
{
    /// <summary>阅览: reads.</summary>
    Viewer,

    /// <summary>填报: enters figures for a department.</summary>
    Reporter,

    /// <summary>审核: releases, never what he entered himself.</summary>
    Reviewer,

    /// <summary>市领导: sets targets, overrides lights, signs reviews.</summary>
    Leader,

    /// <summary>督查室: edits the plan's titles and responsibilities, runs notices.</summary>
    Supervisor,

    /// <summary>系统管理员: units, indicators, forms, rules, calendar.</summary>
    Admin,

    /// <summary>安全管理员: users and rights.</summary>
    Security,

    /// <summary>审计员: the log.</summary>
    Auditor,
}
