namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>What a row of the grid says about itself, the most urgent first. (保存中, 待发送 and 两人同填 arise in the browser.)</summary>
public enum CellState
{
    /// <summary>有错误: a rule is broken that blocks.</summary>
    Error,

    /// <summary>已退回: sent back by the reviewer, not changed since.</summary>
    SentBack,

    /// <summary>需说明: a rule asks for an explanation.</summary>
    NeedsExplanation,

    /// <summary>待填: nothing is there.</summary>
    Empty,

    /// <summary>已保存.</summary>
    Saved,

    /// <summary>未发生.</summary>
    NotOccurred,

    /// <summary>未取得.</summary>
    NotObtained,

    /// <summary>不适用.</summary>
    NotApplicable,

    /// <summary>自动算: computed from other rows.</summary>
    Computed,

    /// <summary>免填: published already, not asked again.</summary>
    Exempt,
}
