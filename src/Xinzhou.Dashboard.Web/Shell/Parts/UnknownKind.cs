namespace Xinzhou.Dashboard.Web.Shell.Parts;

/// <summary>Why there is no value.</summary>
public enum UnknownKind
{
    /// <summary>待录入: no source gives it; somebody here has to enter it.</summary>
    NotEntered,

    /// <summary>未取得: it may be published, and is not in hand.</summary>
    NotObtained,

    /// <summary>不公布: the statistics office publishes it for nobody.</summary>
    NotPublished,

    /// <summary>未公布: not yet, or not for this unit.</summary>
    NotYetPublished,

    /// <summary>不适用.</summary>
    NotApplicable,
}
