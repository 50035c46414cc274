using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Finds the rows of a form by what the lines of a copied table call them.</summary>
/// <param name="form">All rows of the form.</param>
internal sealed partial class PastedNames(IReadOnlyList<PastedRow> form)
{
    private readonly (int Number, HashSet<string> Subjects, HashSet<string> Places)[] _rows =
        [.. form.Select(r => (r.Number, r.Subjects.SelectMany(Keys).Select(k => k.Name).ToHashSet(), r.Places.SelectMany(Keys).Select(k => k.Name).ToHashSet()))];

    /// <summary>True for what a row, or the place of one, is called.</summary>
    public bool Knows(string text) => Keys(text).Any(k => _rows.Any(r => Is(r, k.Name)));

    /// <summary>True for what a row is called by what it is about.</summary>
    public bool KnowsSubject(string text) => Keys(text).Any(k => _rows.Any(r => r.Subjects.Contains(k.Name) || Joined(r, k.Name)));

    /// <summary>True for what a row itself is called, or its value measured in: （GDP）, （微克/立方米） behind its name.</summary>
    public bool IsOf(int row, string text) =>
        _rows.Any(r => r.Number == row && Keys(text).Any(k => Is(r, k.Name))) || form.Any(r => r.Number == row && r.Uom.Length > 0 && PastedText.Plain(r.Uom) == PastedText.Plain(text));

    /// <summary>A place without what makes the sum of it: 全市合计.</summary>
    public static string WithoutTotal(string text) => Total().Replace(text, "");

    /// <summary>True for a place, of the form or not: 大同市, 全省.</summary>
    public bool IsPlace(string text) => text.Length <= PastedText.MaxName && (Place().IsMatch(PastedText.Plain(text)) || Keys(text).Any(k => _rows.Any(r => r.Places.Contains(k.Name))));

    /// <summary>
    /// The row that all labels of a line fit; of several the next one after the last that was found; null if there is none. With
    /// it comes what stands in parentheses behind the names and is no part of the row's own.
    /// </summary>
    public (int Row, IReadOnlyList<string> Qualifiers)? Find(IReadOnlyList<string> labels, int after)
    {
        if (labels.Count == 0) return null;
        (string Name, string[] Qualifiers)[][] said = [.. labels.Select(l => Keys(l).ToArray())];
        var fitting = _rows.Select(r => (r.Number, Qualifiers: Qualifiers(r, said))).Where(r => r.Qualifiers is not null).ToArray();
        if (fitting.Length == 0) return null;
        var fewest = fitting.Min(r => r.Qualifiers!.Length);
        fitting = [.. fitting.Where(r => r.Qualifiers!.Length == fewest)];
        return fitting.Length == 1 ? fitting[0]! : fitting.Where(r => r.Number > after).Select(r => ((int, IReadOnlyList<string>)?)(r.Number, r.Qualifiers!)).FirstOrDefault();
    }

    private static string[]? Qualifiers((int, HashSet<string>, HashSet<string>) row, (string Name, string[] Qualifiers)[][] said)
    {
        var qualifiers = new List<string>();
        foreach (var keys in said)
        {
            if (!keys.Any(k => Is(row, k.Name))) return null;
            qualifiers.AddRange(keys.First(k => Is(row, k.Name)).Qualifiers);
        }

        return [.. qualifiers];
    }

    private static bool Is((int Number, HashSet<string> Subjects, HashSet<string> Places) row, string name) =>
        row.Subjects.Contains(name) || row.Places.Contains(name) || Joined(row, name);

    /// <summary>忻府区社会消费品零售总额.</summary>
    private static bool Joined((int Number, HashSet<string> Subjects, HashSet<string> Places) row, string name) =>
        row.Places.Any(p => name.Length > p.Length && name.StartsWith(p, StringComparison.Ordinal) && row.Subjects.Contains(name[p.Length..]));

    /// <summary>A name as it stands, without numbers and marks of footnotes, and without each of the parentheses behind it, which come with it.</summary>
    private static IEnumerable<(string Name, string[] Qualifiers)> Keys(string text)
    {
        if (text.Length > PastedText.MaxName) yield break;
        var plain = PastedText.Plain(Marks().Replace(text, ""));
        if (plain.Length == 0) yield break;
        yield return (plain, []);
        var (name, qualifiers) = (Numbering().Replace(plain, ""), new List<string>());
        while (true)
        {
            name = name.TrimEnd('*', '#', '†', '‡');
            if (name.Length > 0 && (name != plain || qualifiers.Count > 0)) yield return (name, [.. qualifiers]);
            if (Behind().Match(name) is not { Success: true } behind) yield break;
            // （不含开发区） is another scope, and part of the name.
            if (behind.Groups["scope"].Success) yield break;
            if (!behind.Groups["note"].Success) qualifiers.Add(behind.Groups["said"].Value);
            name = name[..behind.Index];
        }
    }

    /// <summary>① before and after a name: taken off before NFKC makes a plain digit of it.</summary>
    [GeneratedRegex(@"[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF\u3220-\u3229\u3280-\u3289\u00B9\u00B2\u00B3\u2070-\u2079\u2080-\u2089]")]
    private static partial Regex Marks();

    /// <summary>其中：, 1., 1), (1), （一）, # before a name.</summary>
    [GeneratedRegex(@"^(其中[::]?|ofwhich:?|[#*]|[0-9]{1,3}[.、)．]|\([0-9]{1,3}\)|\[[0-9]{1,3}\]|\(?[一二三四五六七八九十]{1,3}[\)、.])+")]
    private static partial Regex Numbering();

    /// <summary>（亿元）, （当月）, [1] behind a name.</summary>
    [GeneratedRegex(@"[(\[](?<said>(?<note>注?[0-9]{0,3})|(?<scope>(不|除|剔除|扣除|仅|只)[^()\[\]]*)|[^()\[\]]+)[)\]]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();

    [GeneratedRegex("(?<=[省市县区旗州国])(合计|小计|总计)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}{1,7}[省市县区旗州]|全国)(合计|小计|总计|平均)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
