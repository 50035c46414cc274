namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>What is wrong with a form, and with which of its rows, wherever that row is moved to afterwards.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Key">The key of the row; null for the form itself.</param>
public sealed record RowFault(FormFault Fault, int? Key)
{
    /// <summary>The field of the row that it is about; the handle where it is about no field.</summary>
    public string Column => Fault.Reason switch
    {
        FormFaultReason.BadUom => "uom",
        FormFaultReason.BadDecimals => "decimals",
        FormFaultReason.BadIndent => "indent",
        FormFaultReason.BadTiming => "timing",
        FormFaultReason.NoGrowth => "growth",
        FormFaultReason.BadShare => "share",
        _ => "handle",
    };
}
