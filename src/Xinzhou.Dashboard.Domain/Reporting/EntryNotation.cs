using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Reads values as people type and paste them: full-width digits, thousands separators, 万 and 亿, units, %, a plus, any minus,
/// (12.3) for a negative number. The digits written are kept; nothing is rounded.
/// </summary>
public static partial class EntryNotation
{
    private const int MaxDigits = 20;

    /// <summary>Nothing longer is a number with its unit; it is not looked into, for that takes the square of its length.</summary>
    private const int MaxLength = 100;

    private static readonly Dictionary<string, BlankReason> Blanks = new()
    {
        ["未发生"] = BlankReason.NotOccurred,
        ["未取得"] = BlankReason.NotObtained,
        ["不适用"] = BlankReason.NotApplicable,
    };

    /// <param name="text">As typed; may be empty.</param>
    /// <param name="uom">The unit of the cell.</param>
    /// <param name="decimals">The decimals that the form asks for.</param>
    public static EntryReading Read(string? text, string uom, int decimals)
    {
        ArgumentNullException.ThrowIfNull(uom);
        var written = PlainText.Visible(text ?? "").Trim();
        if (written.Length == 0) return EntryReading.Empty;
        if (written.Length > MaxLength) return Faulty(EntryFault.NotANumber);
        if (PlainText.IsEmptyWord(PlainText.Compatible(written))) return EntryReading.EmptyWord;
        if (Blanks.TryGetValue(written, out var blank)) return new(null, blank, [], null);

        // Before the forms are made one: a footnote would become a digit.
        if (PlainText.HasMark(written)) return Faulty(EntryFault.NotANumber);
        var remarks = new List<EntryRemark>();
        var plain = Minus().Replace(PlainText.Compatible(written), "-");
        if (written.Any(c => c is >= '！' and <= '～' or '　')) remarks.Add(EntryRemark.FullWidth);
        if (Number().Match(plain) is not { Success: true } match) return Faulty(EntryFault.NotANumber);

        var digits = match.Groups["number"].Value;
        if (digits.Contains(',', StringComparison.Ordinal))
        {
            if (!Thousands().IsMatch(digits)) return Faulty(EntryFault.SeparatorsUnclear);
            digits = digits.Replace(",", "", StringComparison.Ordinal);
            remarks.Add(EntryRemark.Separators);
        }

        if (digits.Count(char.IsAsciiDigit) > MaxDigits) return Faulty(EntryFault.TooManyDigits);
        var value = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (match.Groups["open"].Success)
        {
            if (!match.Groups["close"].Success || match.Groups["minus"].Success) return Faulty(EntryFault.NotANumber);
            remarks.Add(EntryRemark.Parentheses);
        }
        else if (match.Groups["close"].Success)
        {
            return Faulty(EntryFault.NotANumber);
        }

        if (value != 0 && (match.Groups["open"].Success || match.Groups["minus"].Success)) value = -value;
        if (Convert(match.Groups["unit"].Value, value, uom, remarks) is not { } converted) return Faulty(EntryFault.OtherUnit);
        converted = WithoutExtraZeros(converted, decimals);
        if (converted.Scale > decimals) remarks.Add(EntryRemark.MoreDecimals);
        return new(converted, null, remarks, null);

        static EntryReading Faulty(EntryFault fault) => new(null, null, [], fault);
    }

    private static decimal? Convert(string unit, decimal value, string uom, List<EntryRemark> remarks)
    {
        if (unit.Length == 0) return value;
        // 万 and 亿 alone speak of the base of the cell's unit: 12830万 in a cell of 亿元 are 万元.
        if (Uoms.Factor(Uoms.Full(unit, uom), uom) is not { } factor) return null;
        remarks.Add(factor == 1 ? EntryRemark.UnitTakenOff : EntryRemark.Converted);
        return factor == 1 ? value : Normal(value * factor);
    }

    /// <summary>Without the zeros that a conversion leaves behind.</summary>
    private static decimal Normal(decimal value) => value / 1.000000000000000000000000000m;

    /// <summary>27.30 in a form of one decimal is 27.3; 27.35 stays.</summary>
    private static decimal WithoutExtraZeros(decimal value, int decimals) =>
        value.Scale > decimals && decimal.Round(value, decimals) == value ? decimal.Round(value, decimals) : value;

    [GeneratedRegex(@"^(?<open>\()?\s*(?:(?<minus>-)|\+)?\s*(?<number>[0-9][0-9,]*(\.[0-9]+)?|\.[0-9]+)\s*(?<unit>[^0-9()\s.,-][^0-9()\s]*)?\s*(?<close>\))?$")]
    private static partial Regex Number();

    /// <summary>Hyphens, dashes, the minus and the bar that stand for one.</summary>
    [GeneratedRegex("[\u2010-\u2015\u2212]")]
    private static partial Regex Minus();

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();
}
