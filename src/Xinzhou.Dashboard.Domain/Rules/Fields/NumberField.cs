using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for a number within bounds; the kind's text <c>.range</c> says them. What it counts stands in its label.</summary>
/// <param name="Code">The code of the field itself.</param>
public sealed record NumberField(string Code) : RuleField<decimal>(Code)
{
    /// <summary>The least that can stand in it.</summary>
    public required decimal Least { get; init; }

    /// <summary>The greatest that can stand in it.</summary>
    public required decimal Most { get; init; }

    /// <summary>True when the least is a bound that cannot stand in it itself.</summary>
    public bool IsAboveLeast { get; init; }

    /// <summary>True when the greatest is a bound that cannot stand in it itself.</summary>
    public bool IsBelowMost { get; init; }

    /// <summary>True for whole numbers only.</summary>
    public bool IsWhole { get; init; }

    /// <summary>As it may be typed with a Chinese input method: −１００％.</summary>
    public override object? Parse(IReadOnlyList<string> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed is [var first, ..] && !PlainText.HasMark(first) ? PlainText.Compatible(PlainText.Visible(first)).Replace('−', '-').Trim().TrimEnd('%') : null;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Fits(number)
            ? number
            : null;
    }

    public override IReadOnlyList<string> Texts(object value) => [((decimal)value).ToString(CultureInfo.InvariantCulture)];

    internal override object Read(JsonElement json) =>
        json.GetDecimal() is var number && Fits(number) ? number : throw new FormatException($"'{Code}' is not a whole number");

    internal override JsonNode? Write(object value) => (decimal)value;

    protected override IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue)
    {
        var number = (decimal)value;
        var holds = (IsAboveLeast ? number > Least : number >= Least) && (IsBelowMost ? number < Most : number <= Most);
        return holds ? [] : [new(RuleFaultReason.OutOfRange, this, Texts(value)[0])];
    }

    private bool Fits(decimal number) => !IsWhole || number == decimal.Truncate(number);
}
