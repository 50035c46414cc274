using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// What a figure says, as written: two are the same only when digits, unit and comparator are (1.0 is not 1.00).
/// </summary>
/// <param name="Value">The number with its decimals; null for a text.</param>
/// <param name="Uom">The unit as written.</param>
/// <param name="Comparator">The comparator.</param>
/// <param name="Text">The words of a qualitative fact.</param>
public readonly record struct Statement(decimal? Value, string Uom, Comparator Comparator, string? Text)
{
    public bool Equals(Statement other) =>
        Value == other.Value && Value?.Scale == other.Value?.Scale && Uom == other.Uom
        && Comparator == other.Comparator && Text == other.Text;

    /// <summary>True when both say the same, however they write it: 5.0 and 5.00, 1 亿千瓦 and 10000 万千瓦.</summary>
    public bool Agrees(Statement other) =>
        Comparator == other.Comparator && Text == other.Text
        && (Value is { } value && other.Value is { } otherValue
            ? Uoms.Convert(value, Uom, other.Uom) == otherValue
            : Value == other.Value);

    public override int GetHashCode() => HashCode.Combine(Value, Value?.Scale, Uom, Comparator, Text);

    public override string ToString() => Text
        ?? $"{(Comparator == Comparator.Equal ? "" : Comparator.Sign())}{Value?.ToString(CultureInfo.InvariantCulture)}{Uom}";
}
