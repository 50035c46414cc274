namespace Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

/// <summary>What becomes of a cell of an uploaded workbook, the most urgent first.</summary>
public enum WorkbookVerdict
{
    /// <summary>不能用: it is faulty; nothing of the workbook is written before it is mended.</summary>
    Refused,

    /// <summary>跳过: somebody else was faster, or the row is no longer asked for; the workbook is not at fault.</summary>
    PassedOver,

    /// <summary>请看: readable, but a rule or the reading asks for a look.</summary>
    Look,

    /// <summary>可用: read without doubt.</summary>
    Good,
}
