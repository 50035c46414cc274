using System.Globalization;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Documents.Returns;

/// <summary>Which row of which return a row of a workbook is, as its hidden column says.</summary>
/// <param name="Return">The number of the return.</param>
/// <param name="Row">The number of the form's row.</param>
/// <param name="Subject">What it is about, in codes; a form may be changed, and another series then stands in the row.</param>
public sealed record ReturnRowKey(int Return, int Row, string Subject)
{
    /// <summary>The key of a row.</summary>
    public static ReturnRowKey Of(Return filled, FormRow row)
    {
        ArgumentNullException.ThrowIfNull(filled);
        ArgumentNullException.ThrowIfNull(row);
        return new(filled.Id, row.Number, SubjectOf(row));
    }

    /// <summary>gdp,140900,亿元; task,3,%.</summary>
    public static string SubjectOf(FormRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return string.Create(CultureInfo.InvariantCulture, $"{row.Indicator?.Code ?? "task"},{row.Unit?.Code ?? row.Task?.ToString(CultureInfo.InvariantCulture)},{row.Uom}");
    }

    /// <summary>The key of a text; null when it is none.</summary>
    public static ReturnRowKey? Parse(string? text) =>
        text?.Split('/', 3) is [var first, var second, .. var subject]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var filled)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? new(filled, row, subject is [var about] ? about : "")
            : null;

    /// <summary>12/3/gdp,140900,亿元.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Return}/{Row}/{Subject}");
}
