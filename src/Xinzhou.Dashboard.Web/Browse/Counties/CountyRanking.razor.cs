using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Shell.Parts;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

public sealed partial class CountyRanking
{
    private decimal low;
    private decimal high;
    private UnitScale unit;
    private UnitScale beforeUnit;
    private UnitScale[] otherUnits = [];

    [Parameter, EditorRequired] public required CountiesModel Model { get; set; }

    private bool HasShare => Model.Rows.Any(r => r.Share is not null);

    private string Column => Model.Measure == CountyMeasure.Yoy ? Text["Growth"] : unit.Name;

    private string Measured => Model.Measure == CountyMeasure.Level ? Words.MainMeasure(Model.Indicator).ToLowerInvariant() : Text[Model.Measure.ToString()];

    private string Note
    {
        get
        {
            var note = Text["By", CountyWords.Of(Model.Period), Names.Of(Model.Indicator), Measured].Value;
            if (Model.Rows.Any(r => r.IsOtherScope || r.IsOtherPrices)) note += Text["WithoutRank"];
            if (Model.Rows.Any(r => r.IsBound)) note += Text["BoundWithoutRank"];
            return Model.Rows.SelectMany(r => r.Others.Append(r.Figure)).OfType<Figure>().Any(CountyWords.IsRounded) ? note + Text["Rounded"] : note;
        }
    }

    /// <summary>The sum of the earlier period; empty unless every unit has a figure that may be added.</summary>
    private string Before => Model.Rows.All(r => r.Before is { Comparator: Comparator.Equal } before && before.Uom == Model.Indicator.Uom)
        ? beforeUnit.Number(Model.Rows.Sum(r => r.Before!.Value!.Value))
        : "";

    protected override void OnParametersSet()
    {
        low = Math.Min(0, Model.Rows.Min(r => r.Value) ?? 0);
        high = Math.Max(0, Model.Rows.Max(r => r.Value) ?? 0);
        unit = UnitScale.Of(Model.Rows.Select(r => r.Figure), Model.Indicator.Uom);
        beforeUnit = UnitScale.Of(Model.Rows.Select(r => r.Before), Model.Indicator.Uom);
        otherUnits = [.. Model.Others.Select((other, i) => UnitScale.Of(Model.Rows.Select(r => r.Others[i]), other.Uom))];
    }

    private decimal X(decimal value) => high == low ? 0 : (value - low) / (high - low) * 1000;

    /// <summary>The column's; of a sum in another unit its own.</summary>
    private UnitScale SumUnit => IsOfAnotherUnit(Model.Sum.City!) ? UnitScale.Of(Model.Sum.Sum, Model.Sum.City!.Uom) : unit;

    private static string Shown(Figure figure, UnitScale unit) => IsOfAnotherUnit(figure) ? CountyWords.Of(figure) : CountyWords.Of(figure, unit);

    private static RenderFragment Cell(Figure? figure, UnitScale unit) => builder =>
    {
        if (figure is null)
        {
            builder.OpenComponent<Unknown>(0);
            builder.AddComponentParameter(1, nameof(Unknown.Kind), UnknownKind.NotObtained);
        }
        else
        {
            builder.OpenComponent<FigureValue>(2);
            builder.AddComponentParameter(3, nameof(FigureValue.Figure), figure);
            builder.AddComponentParameter(4, nameof(FigureValue.Words), Shown(figure, unit));
            builder.AddComponentParameter(5, nameof(FigureValue.In), unit);
            builder.AddComponentParameter(6, nameof(FigureValue.WithUnit), IsOfAnotherUnit(figure));
        }

        builder.CloseComponent();
    };

    /// <summary>True when the unit in the head of the column is not that of the figure, which then says its own.</summary>
    private static bool IsOfAnotherUnit(Figure figure) => figure.Uom != figure.Series.Uom;

    private static string N(decimal value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
