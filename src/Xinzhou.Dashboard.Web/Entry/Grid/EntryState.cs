namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>The thirteen states that a cell of the grid shows, each with a sign and a word.</summary>
public enum EntryState
{
    /// <summary>已保存.</summary>
    Saved,

    /// <summary>保存中: on its way; known to the browser only.</summary>
    Saving,

    /// <summary>需说明.</summary>
    NeedsExplanation,

    /// <summary>待填.</summary>
    Empty,

    /// <summary>已退回.</summary>
    SentBack,

    /// <summary>两人同填: somebody else was faster; both values stand side by side.</summary>
    TwoPeople,

    /// <summary>有错误: what is typed is no value, or breaks a rule that blocks.</summary>
    Error,

    /// <summary>免填.</summary>
    Exempt,

    /// <summary>自动算.</summary>
    Computed,

    /// <summary>未发生.</summary>
    NotOccurred,

    /// <summary>未取得.</summary>
    NotObtained,

    /// <summary>不适用.</summary>
    NotApplicable,

    /// <summary>待发送: typed, kept on the device; known to the browser only.</summary>
    Unsent,
}
