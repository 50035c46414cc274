namespace Xinzhou.Dashboard.Web.Shell.Parts;

/// <summary>What is not firm about the thing a mark stands behind.</summary>
public enum MarkKind
{
    /// <summary>拟定: worded or grouped by us.</summary>
    Provisional,

    /// <summary>占位: the content is not published.</summary>
    Placeholder,

    /// <summary>待核: one source of low reliability, or sources that disagree.</summary>
    Unverified,

    /// <summary>年份推定: the source names no year.</summary>
    YearInferred,

    /// <summary>预计: a forecast; never a target.</summary>
    Forecast,

    /// <summary>目标.</summary>
    Target,

    /// <summary>推算: computed here from published figures.</summary>
    Derived,

    /// <summary>口径: of another scope than its neighbours.</summary>
    Scope,

    /// <summary>候选: could be registered, and is not.</summary>
    Candidate,

    /// <summary>未公布.</summary>
    Unpublished,

    /// <summary>人工改定: a light of which another colour was decided.</summary>
    Decided,
}
