namespace Xinzhou.Dashboard.Web.Browse.Counties;

public sealed partial class CountyMap
{
    private ValueClasses classes = ValueClasses.Of([]);
    private int decimals;

    /// <summary>What is shown, for those who do not see the map: 地区生产总值，2025年全年.</summary>
    [Parameter, EditorRequired] public required string What { get; set; }

    /// <summary>The values by code of the unit, all in <see cref="Uom"/>. A unit that is not in it is hatched.</summary>
    [Parameter, EditorRequired] public required IReadOnlyDictionary<string, decimal> Values { get; set; }

    /// <summary>The unit of the values, shown in the legend: 亿元.</summary>
    [Parameter] public string? Uom { get; set; }

    /// <summary>A value in words (增长3.6%); without it the number, with one decimal at most.</summary>
    [Parameter] public Func<decimal, string>? Words { get; set; }

    /// <summary>The decimals to which values that are computed here are rounded in all words; null for published ones, which keep theirs.</summary>
    [Parameter] public int? Decimals { get; set; }

    /// <summary>The rows that the values are of: they know why a unit has none though something is published of it.</summary>
    [Parameter] public IReadOnlyList<CountyRow> Rows { get; set; } = [];

    /// <summary>The code of the unit that is framed.</summary>
    [Parameter] public string? Selected { get; set; }

    /// <summary>Where a unit leads; without it to its page.</summary>
    [Parameter] public Func<StatisticalUnit, string>? Href { get; set; }

    private IEnumerable<StatisticalUnit> Units => View.Catalogue.Counties;

    private IEnumerable<StatisticalUnit> Drawn => Units.Where(u => Shapes.ByUnit.ContainsKey(u.Code));

    private ILookup<string, StatisticalUnit> Missing => Units.Where(u => !Values.ContainsKey(u.Code)).ToLookup(Reason);

    private string Summary
    {
        get
        {
            var known = Units.Where(u => Values.ContainsKey(u.Code)).OrderByDescending(u => Values[u.Code]).ToArray();
            return known.Length == 0
                ? Text["SummaryOfNone", What]
                : Text["Summary", What, Alike(known[0]), Full(known[0]), Alike(known[^1]), Full(known[^1]), Units.Count() - known.Length];

            // Of equals none is the highest alone.
            string Alike(StatisticalUnit unit)
            {
                var alike = known.Where(u => Values[u.Code] == Values[unit.Code]).ToArray();
                return alike.Length == 1 ? Names.Of(unit) : Text["Tied", Names.Of(alike[0]), alike.Length];
            }
        }
    }

    protected override void OnParametersSet()
    {
        classes = ValueClasses.Of(Units.Where(u => Values.ContainsKey(u.Code)).Select(u => Values[u.Code]));
        decimals = Values.Values.Any(v => Math.Abs(v) >= 1000) ? 0 : 1;
    }

    private string Link(StatisticalUnit unit) => Href?.Invoke(unit) ?? Address.To($"/counties/{unit.Code}");

    private string Class(StatisticalUnit unit) =>
        Values.TryGetValue(unit.Code, out var value) ? $"unit shade{classes.ShadeOf(value)}" : "unit missing";

    private string Reason(StatisticalUnit unit) => Rows.FirstOrDefault(r => r.Unit.Code == unit.Code) switch
    {
        { IsOtherScope: true } or { IsOtherPrices: true } => Text["OtherScope"],
        { IsBound: true } => Text["Bound"],
        _ => Text["NotObtained"],
    };

    private string OnMap(StatisticalUnit unit) => Values.TryGetValue(unit.Code, out var value) ? Label(value) : Reason(unit);

    private string Full(StatisticalUnit unit) =>
        !Values.TryGetValue(unit.Code, out var value) ? Reason(unit)
        : Words is not null ? Words(value)
        : (Decimals is { } computed ? ValueText.Number(value, computed) : ValueText.Number(value)) + (Languages.IsEnglish && Uom is { Length: > 0 } and not Uoms.Percent ? $" {Uom}" : Uom);

    private string Label(decimal value) =>
        Words?.Invoke(value) ?? ValueText.Number(value, Math.Min(decimals, value.Scale));

    private string Range(int index)
    {
        var below = index > 0 ? Limit(index - 1) : null;
        var above = index < classes.Limits.Count ? Limit(index) : null;
        return (below, above) switch
        {
            (null, null) => Label(Values.Values.First()),
            (null, _) => Text["Below", above!],
            (_, null) => Text["AndAbove", below!],
            _ => Text["Between", below!, above!],
        };
    }

    private string Limit(int index) => classes.Limits[index].ToString("G29", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A name that fits a brick: 五台山 for 五台山风景名胜区.</summary>
    private string Short(StatisticalUnit unit) =>
        Text[$"Short{unit.Code}"] is { ResourceNotFound: false } found ? found.Value : Names.Of(unit);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
