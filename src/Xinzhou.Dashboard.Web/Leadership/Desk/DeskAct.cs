namespace Xinzhou.Dashboard.Web.Leadership.Desk;

/// <summary>What a leader decides of something that stands badly; each becomes a notice, or an act on the one that is open.</summary>
public enum DeskAct
{
    /// <summary>批示: an instruction.</summary>
    Instruct,

    /// <summary>提醒.</summary>
    Remind,

    /// <summary>督办.</summary>
    Notice,

    /// <summary>约谈.</summary>
    Talk,

    /// <summary>通报.</summary>
    Circular,
}
