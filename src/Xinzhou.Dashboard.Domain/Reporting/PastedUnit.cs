using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>
/// Finds the unit that a copied table says: in a head, behind a name, in a line 单位：万元. A unit that does not convert is found
/// too, for a number in it must never be taken for one in the unit of the row.
/// </summary>
internal static partial class PastedUnit
{
    private static readonly char[] Parentheses = ['(', ')', '[', ']'];

    /// <summary>True for a unit, in parentheses or without.</summary>
    public static bool Is(string cell) => Uoms.Resembles(Bare(cell));

    /// <summary>A unit without the parentheses around it.</summary>
    public static string Bare(string cell) => PastedText.Plain(cell).Replace("±", "", StringComparison.Ordinal).Trim(Parentheses);

    /// <summary>The unit that a head names: 累计（万元）, 累计（单位：万元）, 累计/万元, 累计 万元, and 万元 in a line of its own below. Null when it names none.</summary>
    /// <param name="lines">The lines of the head.</param>
    public static string? OfHead(IEnumerable<string> lines)
    {
        string[] said = [.. lines.SelectMany(l => l.Split('\n', '\r')).Where(l => l.Length is > 0 and <= PastedText.MaxName)];
        return said.Where(Is).Select(Bare).LastOrDefault() ?? said.Select(OfText).LastOrDefault(u => u is not null);
    }

    /// <summary>The unit that stands in parentheses: 万元, 单位：万元; of 亿元、% the one that is no share. Null when it is none.</summary>
    public static string? InParentheses(string content)
    {
        var text = content.StartsWith("计量单位", StringComparison.Ordinal) ? content[4..] : content.StartsWith("单位", StringComparison.Ordinal) ? content[2..] : content;
        text = text.TrimStart(':');
        if (Uoms.Resembles(text)) return text;
        string[] several = text.Split(['、', ',', ';', '/']);
        if (!several.All(Uoms.Resembles)) return null;
        // Of several it is not known which: together they are a unit that nothing converts from.
        return several.Where(u => u != Uoms.Percent).Distinct().ToArray() is [var one] ? one : text;
    }

    /// <summary>True for a cell that says nothing but the unit of the whole table: 单位：万元.</summary>
    public static bool IsOfTable(string cell) => cell.Length <= PastedText.MaxName && SaidIn(PastedText.Plain(cell)) is { Index: <= 1 };

    /// <summary>The unit that a line says for the whole table, in a cell of its own or in the title. Null when it says none.</summary>
    public static string? OfTable(IReadOnlyList<string> line)
    {
        string[] said = [.. line.Where(c => c.Trim().Length is > 0 and <= PastedText.MaxName)];
        for (var i = 0; i < said.Length; i++)
        {
            if ((said.Length > 1 && !IsOfTable(said[i])) || SaidIn(PastedText.Plain(said[i])) is not { } match) continue;
            if (match.Groups["unit"].Value is { Length: > 0 } unit) return InParentheses(unit) ?? (IsOrganisation(unit) ? null : unit);
            if (i + 1 < said.Length && InParentheses(PastedText.Plain(said[i + 1])) is { } beside) return beside;
        }

        return null;
    }

    /// <summary>True for 市工信局, whose unit is no unit of measurement.</summary>
    public static bool IsOrganisation(string text) => Organisation().IsMatch(text);

    /// <summary>True for several units, of which a number has one: 亿元、万千瓦、户.</summary>
    public static bool IsSeveral(string unit) => unit.AsSpan().IndexOfAny('、', ',', ';') >= 0;

    /// <summary>True for one of several units.</summary>
    public static bool IsAmong(string unit, string several) => several.Split(['、', ',', ';']).Contains(unit);

    /// <summary>单位：…, but not 填报单位：…, unless it is a unit.</summary>
    private static Match? SaidIn(string plain) =>
        Said().Match(plain) is { Success: true } said && (said.Index == 0 || !char.IsLetter(plain[said.Index - 1]) || InParentheses(said.Groups["unit"].Value) is not null) ? said : null;

    private static string? OfText(string head)
    {
        var plain = PastedText.Plain(head);
        return Groups().Matches(plain).Select(m => InParentheses(m.Groups[1].Value)).LastOrDefault(u => u is not null)
            ?? (plain.LastIndexOfAny(['/', ':', ',', '、']) is var at and >= 0 && Uoms.Resembles(plain[(at + 1)..]) ? plain[(at + 1)..] : null)
            ?? (head.Trim().Split(' ', '\u3000', '\u00a0') is { Length: > 1 } words && Is(words[^1]) ? Bare(words[^1]) : null)
            ?? Uoms.Behind(plain);
    }

    [GeneratedRegex(@"[(\[]([^()\[\]]+)[)\]]")]
    private static partial Regex Groups();

    [GeneratedRegex("(?:计量|金额|货币|数据)?单位:(?<unit>[^()]*)")]
    private static partial Regex Said();

    [GeneratedRegex("([局委办厅处院部会]|公司|中心|政府)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Organisation();
}
