using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Documents.Workbooks;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Conduct;

/// <summary>考核评价 as a workbook: the counts of units, everything that they count, and what was asked and by which rule. As CSV the counts.</summary>
/// <param name="words">The words of conduct.</param>
/// <param name="lights">The words of lights.</param>
/// <param name="text">The words of the workbook.</param>
/// <param name="foot">The fixed sentences of every page foot and export.</param>
public sealed class ConductWorkbook(
    ConductWords words, LightWords lights, IStringLocalizer<ConductWorkbook> text, IStringLocalizer<SiteFoot> foot)
{
    private static readonly ConductMeasure[] Measures = Enum.GetValues<ConductMeasure>();

    private static readonly LightColour[] Colours = [LightColour.Red, LightColour.Amber, LightColour.Grey, LightColour.Blue, LightColour.Green];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="units">The units.</param>
    /// <param name="rule">The rule of scores; null where no rule was ever entered.</param>
    /// <param name="isDemonstration">The installation holds the demonstration.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="asOf">The moment in words.</param>
    /// <param name="clock">Its clock.</param>
    public void Write(
        Stream output, IReadOnlyList<UnitConduct> units, AssessmentRuleVersion? rule, bool isDemonstration, Quarter quarter, string asOf, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(units);
        WorkbookWriter.Write(output,
        [
            new(text["Counts"], Columns(rule), [.. units.Select(u => Row(u, rule))])
            {
                Numbers = Enumerable.Range(1, Columns(rule).Length - 1 - (HasScore(rule) ? 1 : 0)).ToHashSet(),
                Widths = [20],
                IsPrinted = true,
            },
            new(
                text["Rows"],
                [text["Unit"], text["Measure"], text["Kind"], text["What"], text["Subject"], text["Quarter"], text["Due"], text["Done"], text["DaysLate"], text["Reason"]],
                [.. units.SelectMany(u => Measures.SelectMany(m => u.Rows(m).Select(r => RowOf(u, m, r))))])
            {
                Numbers = new HashSet<int> { 8 },
                Widths = [20, 14, 12, 40, 22, 12, 18, 18, 10, 40],
                IsPrinted = true,
            },
            new(text["About"], [text["Point"], text["Content"]], [.. About(rule, isDemonstration, quarter, asOf, clock)]) { Widths = [20, 100] },
        ]);
    }

    /// <summary>Writes the counts as CSV; above the names of the columns, the mark of the demonstration where there is one.</summary>
    public void WriteCsv(Stream output, IReadOnlyList<UnitConduct> units, AssessmentRuleVersion? rule, bool isDemonstration)
    {
        ArgumentNullException.ThrowIfNull(units);
        var names = Columns(rule);
        IReadOnlyList<string>[] rows = [.. units.Select(u => Row(u, rule))];
        if (isDemonstration)
        {
            // As many fields as the columns below it have: RFC 4180.
            string[] mark = [$"{text["Demonstration"]}: {text["DemonstrationMeans"]}", .. Enumerable.Repeat("", names.Length - 1)];
            CsvTable.Write(output, mark, [names, .. rows]);
        }
        else
        {
            CsvTable.Write(output, names, rows);
        }
    }

    private static bool HasScore(AssessmentRuleVersion? rule) => rule is { Rule: not null };

    private string[] Columns(AssessmentRuleVersion? rule) =>
    [
        text["Unit"],
        text["Due"],
        text["OnTime"],
        .. Measures.Select(m => m == ConductMeasure.OnTimeRate ? text["Rate"].Value : words.Measure(m)),
        .. Colours.Select(c => text["LightsOf", lights.Colour(c)].Value),
        .. HasScore(rule) ? new string[] { text["Score"], text["Arithmetic"] } : [],
    ];

    private string[] Row(UnitConduct unit, AssessmentRuleVersion? rule) =>
    [
        unit.Unit.Name,
        Number(unit.Due),
        Number(unit.OnTime),
        .. Measures.Select(m => unit[m] is { } number ? Number(number) : ""),
        .. Colours.Select(c => Number(unit.Lights[c])),
        .. rule?.Rule is { } held ? new string[] { Number(held.Score(unit).Total), words.Arithmetic(held.Score(unit)) } : [],
    ];

    private string[] RowOf(UnitConduct unit, ConductMeasure measure, ConductRow row) =>
    [
        unit.Unit.Name,
        words.Measure(measure),
        words.Kind(row.Kind),
        row.Name,
        row.Subject,
        row.Quarter?.Code ?? "",
        row.Due is { } due ? FigureWords.Moment(due) : "",
        row.At is { } at ? FigureWords.Moment(at) : "",
        row.IsLate ? Number(row.DaysLate) : "",
        row.Reason ?? "",
    ];

    private IEnumerable<IReadOnlyList<string>> About(AssessmentRuleVersion? rule, bool isDemonstration, Quarter quarter, string asOf, Clock clock)
    {
        if (isDemonstration) yield return [text["Demonstration"], text["DemonstrationMeans"]];
        yield return [text["Notice"], foot["Internal"]];
        yield return [text["Quarter"], quarter.Name(Languages.IsEnglish)];
        yield return [text["AsOf"], asOf];
        yield return [text["Clock"], text[$"Clock{clock}"]];
        yield return [text["Rule"], rule?.Rule is { } held ? words.Formula(held) : text["NoRule"]];
        if (rule is not null) yield return [text["RuleSince"], $"{FigureWords.Moment(rule.At)} · {rule.By} · {rule.Reason}"];
        foreach (var measure in Measures) yield return [words.Measure(measure), words.Means(measure)];
    }

    private static string Number(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
