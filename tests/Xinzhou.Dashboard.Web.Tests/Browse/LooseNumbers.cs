using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Web.Tests.Browse;

/// <summary>
/// Numbers with a unit of measurement that stand in the sentences and cells of a page without leading anywhere: each is the
/// value of a figure in that unit. What pages compute stands in parts that say so (推算, 核对), and the words of sources are
/// theirs; percentages and what is counted are told too often of other things.
/// </summary>
internal sealed partial class LooseNumbers
{
    /// <summary>Words of sources, drawings (read by themselves), what is computed and what targets ask for.</summary>
    private const string NotAsked =
        "a.figure, svg, figure.chart, q, blockquote, .doc, .quote, .remark [lang=zh-CN], .note [lang=zh-CN], .printed, script, template, .check, tfoot, article.target, .panel:has(h2 .mark), #contributions, #forecast";

    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);
    private readonly Regex _withUnit;

    /// <param name="figures">The figures of the API.</param>
    public LooseNumbers(IEnumerable<HeldFigure> figures)
    {
        HeldFigure[] levels = [.. figures.Where(f => f is { Value: not null, IsLevel: true } && IsMeasured(f.Uom))];
        string[] uoms = [.. levels.Select(f => f.Uom).Distinct().OrderByDescending(u => u.Length)];
        foreach (var uom in uoms) _values[uom] = [];
        foreach (var figure in levels)
        {
            foreach (var uom in uoms)
            {
                if (Uoms.Convert(figure.Value!.Value, figure.Uom, uom) is not { } value) continue;
                foreach (var shown in new[] { value, Math.Round(value, 0, MidpointRounding.AwayFromZero), Math.Round(value, 1, MidpointRounding.AwayFromZero) })
                {
                    _values[uom].Add(Plain(Math.Abs(shown)));
                }
            }
        }

        _withUnit = new($"(?<number>[0-9]+(?:\\.[0-9]+)?)(?<uom>{string.Join('|', uoms.Select(Regex.Escape))})", RegexOptions.CultureInvariant);
    }

    public IEnumerable<string> Faults(IDocument page)
    {
        if (page.QuerySelector("main")?.Clone() is not IElement main) yield break;
        foreach (var apart in main.QuerySelectorAll(NotAsked).ToArray()) apart.Remove();
        foreach (Match said in _withUnit.Matches(main.TextContent))
        {
            var number = decimal.Parse(said.Groups["number"].Value, CultureInfo.InvariantCulture);
            if (!_values[said.Groups["uom"].Value].Contains(Plain(number)))
            {
                yield return $"{said.Value} is no figure: “{Around(main.TextContent, said.Index)}”";
            }
        }
    }

    /// <summary>Money, power, weight, area, length; not what is counted, nor shares.</summary>
    private static bool IsMeasured(string uom) => Measured().IsMatch(uom);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Around(string text, int at) => Space().Replace(text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 30)], " ");

    [GeneratedRegex("元|瓦|吨|亩|米|公顷|公里")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
