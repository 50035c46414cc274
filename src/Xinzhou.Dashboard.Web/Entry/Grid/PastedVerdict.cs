namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>What becomes of a pasted cell.</summary>
public enum PastedVerdict
{
    /// <summary>可用: read without doubt.</summary>
    Good,

    /// <summary>请看: readable, but a rule or the reading asks for a look.</summary>
    Look,

    /// <summary>跳过: not written.</summary>
    Skipped,
}
