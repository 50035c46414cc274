namespace Xinzhou.Dashboard.Web.Browse.Counties;

public sealed partial class CountiesPage
{
    /// <summary>So many equals are named.</summary>
    private const int MaxNamed = 3;

    private CountiesModel? model;
    private Dictionary<string, decimal> values = [];

    [SupplyParameterFromQuery(Name = "indicator")] private string? AskedIndicator { get; set; }

    [SupplyParameterFromQuery(Name = "period")] private string? AskedPeriod { get; set; }

    [SupplyParameterFromQuery(Name = "measure")] private string? AskedMeasure { get; set; }

    [SupplyParameterFromQuery(Name = "unit")] private string? AskedUnit { get; set; }

    private string What => Text["What", Names.Of(model!.Indicator), Name(model.Measure), CountyWords.Of(model.Period)];

    /// <summary>What is compared: a ratio, an index and a stock are no amounts.</summary>
    private string Name(CountyMeasure measure) => measure == CountyMeasure.Level ? Words.MainMeasure(model!.Indicator) : Text[measure.ToString()];

    /// <summary>Period, unit and price basis of what the map shows.</summary>
    private string Basis
    {
        get
        {
            var figure = model!.Rows.FirstOrDefault(r => r.Value is not null)?.Figure ?? model.Rows[0].Figure;
            string?[] parts =
            [
                CountyWords.Of(model.Period),
                model.Measure == CountyMeasure.Share ? Text["ShareDerived"].Value : model.Scale.Name,
                figure?.PriceBasis is { } basis ? Text[basis.ToString()].Value : null,
            ];
            return string.Join(Text["Comma"], parts.OfType<string>());
        }
    }

    /// <summary>What the figures say; of how many units, where there are others of which nothing is known.</summary>
    private string Finding => values.Count < model!.Rows.Count && model.Finding is CountyFinding.Growth or CountyFinding.Ends or CountyFinding.Equal
        ? Text["OfKnown", values.Count, Sentence]
        : Sentence;

    private string Sentence => model!.Finding switch
    {
        CountyFinding.TopThree top => Text["TopThree",
            CountyWords.Brief(top.Units[0]), CountyWords.Brief(top.Units[1]), CountyWords.Brief(top.Units[2]), CountyWords.Share(top.Share)],
        CountyFinding.Growth growth => Text["Grew", growth.Up, growth.Down, growth.Level],
        CountyFinding.Ends ends => Text["Ends", End("Highest", ends.Highest), End("Lowest", ends.Lowest)],
        CountyFinding.Equal equal => Text["Equal", equal.Rows.Count, ValueOf(equal.Rows[0])],
        CountyFinding.Few few => Text["Few", few.All, few.Known],
        _ => throw new InvalidOperationException("There is no such finding."),
    };

    /// <summary>忻府区最高，12.5亿元; of equals all are named, of many how many there are.</summary>
    private string End(string end, IReadOnlyList<CountyRow> rows) => rows.Count switch
    {
        1 => Text[end, Names.Of(rows[0].Unit), ValueOf(rows[0])],
        <= MaxNamed => Text[$"{end}Tied", string.Join(Text["And"], rows.Select(r => Names.Of(r.Unit))), ValueOf(rows[0])],
        _ => Text[$"{end}TiedOfMany", Names.Of(rows[0].Unit), rows.Count, ValueOf(rows[0])],
    };

    /// <summary>What is compared of a row, with its unit.</summary>
    private string ValueOf(CountyRow row) => model!.Measure == CountyMeasure.Share
        ? CountyWords.Share(row.Value!.Value) + Uoms.Percent + Text["Derived"].Value
        : CountyWords.Of(row.Figure!) + UnitScale.Of(row.Figure!).Behind;

    protected override void OnParametersSet()
    {
        model = CountiesModel.Of(View.Figures, View.Catalogue, new(AskedIndicator, AskedPeriod, AskedMeasure, AskedUnit));
        values = [];
        if (model is null) return;
        var unit = model.Scale;
        values = model.Rows.Where(r => r.Value is not null).ToDictionary(r => r.Unit.Code, r => unit.Scaled(r.Value!.Value));
    }

    /// <summary>What is shown instead of what there is not.</summary>
    private string Shown(CountiesFault fault) => fault switch
    {
        CountiesFault.Indicator => Names.Of(model!.Indicator),
        CountiesFault.Period => CountyWords.Of(model!.Period),
        CountiesFault.Measure => Name(model!.Measure),
        _ => Names.Of(model!.Selected),
    };
}
