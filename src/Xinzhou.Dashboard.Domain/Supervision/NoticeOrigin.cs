namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>What a notice comes from (立项来源).</summary>
public enum NoticeOrigin
{
    /// <summary>亮灯: a light that turned; the reference is its subject.</summary>
    Light,

    /// <summary>交账: what a review decided; the reference names the review.</summary>
    Review,

    /// <summary>批示: an instruction of a leader; the reference is its wording or number.</summary>
    Instruction,

    /// <summary>自行立项: none of these.</summary>
    Free,
}
