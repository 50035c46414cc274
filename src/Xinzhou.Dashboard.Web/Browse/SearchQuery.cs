using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>
/// What somebody looks for: words, of which all must be met; and, where there are others beside them, the statistical unit and
/// the year that he names (忻府区 社零 2024, also without the blanks), whether he asks for growth, and how far into the year.
/// </summary>
/// <param name="Words">Everything that was typed, in words.</param>
/// <param name="Subject">The words without unit and year; all words where nothing else is left.</param>
/// <param name="Unit">The unit that is named first; null if none is, or nothing beside it.</param>
/// <param name="Year">The year that is named; null likewise.</param>
public sealed partial record SearchQuery(IReadOnlyList<string> Words, IReadOnlyList<string> Subject, StatisticalUnit? Unit, int? Year)
{
    /// <summary>The longest text that is looked for; the rest is not read.</summary>
    public const int MaxLength = 80;

    /// <summary>All units that are named, in their order, the first <see cref="Unit"/>: 忻府区 原平市 GDP.</summary>
    public IReadOnlyList<StatisticalUnit> Units { get; private init; } = [];

    /// <summary>The number of the task that is named (8, 任务8, 第8项任务, 第八项, task 8); null if none is.</summary>
    public int? Task { get; private init; }

    /// <summary>True where growth is asked for (GDP 增速, 社零同比, GDP growth).</summary>
    public bool IsGrowth { get; private init; }

    /// <summary>The month to which what is asked for reaches, counted from January (上半年: 6); null where nothing is said of it.</summary>
    public int? Months { get; private init; }

    /// <summary>True when nothing is looked for.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>Reads what was typed. Full-width letters and digits are read as the plain ones.</summary>
    public static SearchQuery Read(string? text, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var plain = Normal(text ?? "");
        var words = Split(plain);
        var rest = plain;
        int? year = null;
        if (YearName().Match(rest) is { Success: true } named)
        {
            year = int.Parse(named.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            rest = rest.Remove(named.Index, named.Length).Insert(named.Index, " ");
        }

        var units = UnitsIn(ref rest, catalogue);
        var isGrowth = GrowthName().IsMatch(rest);
        rest = GrowthName().Replace(rest, " ");
        var months = MonthsName().Match(rest) is { Success: true } reach ? MonthsOf(reach) : default(int?);
        rest = MonthsName().Replace(rest, " ");
        var subject = Split(rest);
        var query = subject.Count == 0
            ? new SearchQuery(words, words, null, null)
            : new(words, subject, units.FirstOrDefault(), year) { Units = units, IsGrowth = isGrowth, Months = months };
        return query with { Task = TaskOf(string.Concat(words)) };
    }

    /// <summary>What was typed, in words.</summary>
    public static IReadOnlyList<string> WordsOf(string? text) => Split(Normal(text ?? ""));

    /// <summary>How well all words fit an indicator: 0 best; null where a word does not fit at all.</summary>
    /// <param name="indicator">Its name in both languages, its aliases and its code are compared.</param>
    /// <param name="words">The words.</param>
    public static int? Fit(Indicator indicator, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(words);
        string?[] names = [indicator.Name, .. indicator.Aliases, indicator.NameEn, indicator.Code, .. SpokenNames.Of(indicator)];
        var sum = 0;
        foreach (var word in words)
        {
            if (names.OfType<string>().Min(n => Fit(n, word)) is not { } fit) return null;
            sum += fit;
        }

        return sum;
    }

    /// <summary>True when each word stands in one of the texts.</summary>
    public bool Fits(params IEnumerable<string?> texts)
    {
        var held = texts.OfType<string>().ToArray();
        return !IsEmpty && Words.All(w => held.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    private static int? Fit(string name, string word) =>
        string.Equals(name, word, StringComparison.OrdinalIgnoreCase) ? 0
        : name.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 1
        : name.Contains(word, StringComparison.OrdinalIgnoreCase) ? 2
        : IsShortFor(word, name) ? 3
        : null;

    // 社零 for 社会消费品零售总额: how offices shorten names. Letters in their order, the first of the name first.
    private static bool IsShortFor(string word, string name)
    {
        if (word.Length < 2 || name.Length == 0 || word[0] != name[0] || !word.All(IsHan)) return false;
        var at = 0;
        foreach (var letter in name)
        {
            if (at < word.Length && word[at] == letter) at++;
        }

        return at == word.Length;
    }

    // The units that a text names, long names before short ones, and the text without them. Of a whole with its part behind it
    // (忻州市忻府区) the part is meant.
    private static List<StatisticalUnit> UnitsIn(ref string text, Catalogue catalogue)
    {
        var named = new List<(StatisticalUnit Unit, int From, int To)>();
        foreach (var (unit, name) in catalogue.Units.SelectMany(u => NamesOf(u).Select(n => (Unit: u, Name: n))).OrderByDescending(n => n.Name.Length))
        {
            if (!Holds(text, name)) continue;
            var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (named.All(n => n.Unit != unit)) named.Add((unit, at, at + name.Length));
            text = text.Replace(name, new string(' ', name.Length), StringComparison.OrdinalIgnoreCase);
        }

        return [.. named.Where(n => !named.Any(m => m.From == n.To && m.Unit.Level > n.Unit.Level)).OrderBy(n => n.From).Select(n => n.Unit)];
    }

    // A county is also called without its last letter (忻府, 原平): where two are left.
    private static IEnumerable<string> NamesOf(StatisticalUnit unit)
    {
        string?[] names = [unit.Name, .. unit.Aliases, unit.NameEn];
        foreach (var name in names.OfType<string>().Where(n => n.Length > 1))
        {
            yield return name;
            if (name.Length > 2 && name[^1] is '市' or '县' or '区' or '省') yield return name[..^1];
        }
    }

    // A name in letters must stand as a word of its own; one in Han characters stands anywhere.
    private static bool Holds(string text, string name) =>
        IsHan(name[0]) ? text.Contains(name, StringComparison.Ordinal) : $" {text} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase);

    private static bool IsHan(char letter) => letter is >= '\u4e00' and <= '\u9fff';

    // What is half of a letter cannot be normalised, nor found.
    private static string Normal(string text)
    {
        var whole = new string([.. text.Take(MaxLength).Where(c => !char.IsSurrogate(c) && !char.IsControl(c))]);
        return PlainText.Compatible(whole).Trim();
    }

    private static List<string> Split(string text) =>
        [.. text.Split([' ', '\u3000', ',', '，', '、', ';', '；', '/', '·'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static int MonthsOf(Match reach) => reach.Groups["quarter"].Success ? 3 : reach.Groups["half"].Success ? 6 : reach.Groups["three"].Success ? 9 : 12;

    private static int? TaskOf(string text) => TaskName().Match(text) is not { Success: true } match ? null
        : int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : HanNumber(match.Groups["n"].Value);

    // Up to 99: 八, 十二, 三十九.
    private static int? HanNumber(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        var (tens, ones) = ten < 0 ? ("", text) : (text[..ten], text[(ten + 1)..]);
        return tens.Length > 1 || ones.Length > 1 || ones.Contains('十', StringComparison.Ordinal) ? null
            : (ten < 0 ? 0 : tens.Length == 0 ? 10 : Digit(tens) * 10) + (ones.Length == 0 ? 0 : Digit(ones));

        static int Digit(string letter) => "零一二三四五六七八九".IndexOf(letter, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^(?:第?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:项|号|个)?(?:重点)?任务|(?:重点)?任务(?:编号|序号|第|no\.?|\#|:)?(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:项|号)?|第(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})项|(?:key)?tasks?(?:no\.?|\#|:)?(?<n>[0-9]{1,3})|\#?(?<n>[0-9]{1,3}))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TaskName();

    [GeneratedRegex(
        @"同比增长率|同比增速|同比|增长率|增速|增幅|(?<![a-z])(?:growth(?: rate)?|yoy|year[- ]on[- ]year)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GrowthName();

    [GeneratedRegex(
        @"(?<three>前三季度|(?<![a-z0-9])-?(?:q1[-–]q3|9m)(?![a-z0-9]))|(?<quarter>第?[一1]季度|(?<![a-z0-9])-?q1(?![a-z0-9]))|(?<half>上半年|(?<![a-z0-9])-?h1(?![a-z0-9]))|(?<full>全年|(?<![a-z0-9])(?:full year|-?fy)(?![a-z0-9]))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthsName();

    [GeneratedRegex(@"(?<!\d)(?<year>(19|20)[0-9]{2})(?!\d)年?")]
    private static partial Regex YearName();
}
