using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A cell of a return.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Field">The field.</param>
public readonly record struct CellAddress(int Row, CellField Field)
{
    /// <summary>3-value: as pages and scripts name it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}-{Code.Of(Field)}");

    /// <summary>The address of a text; null when it is none.</summary>
    public static CellAddress? Parse(string? text)
    {
        var parts = text?.Split('-');
        return parts is [var row, var field] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Code.TryParse<CellField>(field, out var parsed) ? new(number, parsed) : null;
    }
}
