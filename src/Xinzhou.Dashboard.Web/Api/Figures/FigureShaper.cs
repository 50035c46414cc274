using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>Turns rows into figures as the API writes them.</summary>
public sealed class FigureShaper(IStringLocalizer<ApiText> text)
{
    public FigureItem Shape(ReadRequest request, FigureRow row)
    {
        ArgumentNullException.ThrowIfNull(request);
        return row.Quarter is { } quarter
            ? FigureItem.From(quarter, Computation(quarter), request.English)
            : FigureItem.From(row.Figure!, row.Preferred, row.KnownTo, request.English, Findings(request, row.Figure!));
    }

    /// <summary>A figure as it is judged at the moment of the request; it is known then.</summary>
    public FigureItem Shape(ReadRequest request, Figure figure)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(figure);
        var group = request.Snapshot.Figures.Find(figure.Series.Id)!.Find(figure)!;
        return Shape(request, FigureRow.Of(group.Known(request.AsOf).First(v => v.Figure.Id == figure.Id)));
    }

    private static FindingItem[] Findings(ReadRequest request, Figure figure) =>
    [
        .. request.Snapshot.Rules.Findings(request.View, figure)
            .Select(f => new FindingItem(f.Rule, Code.Of(f.Severity), f.Message.Text(request.English))),
    ];

    /// <summary>How it was computed; where the base changes between two releases, that it is no more than a hint.</summary>
    private string Computation(DerivedQuarter quarter) => quarter.BaseChanges ? Formula(quarter) + text["Derived.BaseChanges"].Value : Formula(quarter);

    private string Formula(DerivedQuarter quarter) => quarter.Earlier is { } earlier
        ? string.Format(CultureInfo.InvariantCulture, text["Derived.Difference"],
            quarter.Later.Value, quarter.Later.Uom, quarter.Later.Key, earlier.Value, earlier.Uom, earlier.Key)
        : string.Format(CultureInfo.InvariantCulture, text["Derived.First"],
            quarter.Later.Value, quarter.Later.Uom, quarter.Later.Key);
}
