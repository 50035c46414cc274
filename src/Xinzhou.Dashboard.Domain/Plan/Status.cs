namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>How firm a piece of the plan is.</summary>
public enum Status
{
    /// <summary>正式: worded by the Opinion itself.</summary>
    Official,

    /// <summary>Worded from the article that reports the Opinion.</summary>
    FromArticle,

    /// <summary>拟定: ours, until the official wording replaces it.</summary>
    Provisional,

    /// <summary>占位: the content is not published.</summary>
    Placeholder,

    /// <summary>未公布.</summary>
    Unpublished,
}
