using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>The heads of columns as offices write them: 序　号, 完成时限*, 形象进度（%）.</summary>
internal static class PlanHeader
{
    /// <summary>True when a head names a column, in English or Chinese.</summary>
    public static bool Names(string written, PlanColumn column)
    {
        var plain = Plain(written);
        return Is(plain, column) || (plain.EndsWith(')') && plain.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && Is(plain[..open].Trim(), column));
    }

    private static bool Is(string plain, PlanColumn column) => plain == column.Chinese || plain.Equals(column.Name, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string written) => PlainText.Key(written).Trim('*').Trim();
}
