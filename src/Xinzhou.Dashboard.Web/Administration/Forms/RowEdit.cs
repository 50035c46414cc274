namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>A row of a form as it is typed. What it asks for is not changed: another series is another row.</summary>
public sealed record RowEdit
{
    /// <summary>Tells the rows of one form apart while it is edited.</summary>
    public required int Key { get; init; }

    /// <summary>The code of the indicator; empty for a task.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>The code of the statistical unit; empty for a task.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The number of the task; null for a series.</summary>
    public int? Task { get; init; }

    public RowTiming Timing { get; init; }

    public string Uom { get; init; } = "";

    public string? Decimals { get; init; }

    public bool Growth { get; init; }

    public string? Indent { get; init; }

    /// <summary>For a computed share the key of the row of the part.</summary>
    public int? Part { get; init; }

    /// <summary>For a computed share the key of the row of the whole.</summary>
    public int? Total { get; init; }

    /// <summary>A new row for a series, as such series are usually reported.</summary>
    public static RowEdit Of(int key, Indicator indicator, string unit)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var share = FormCheck.MeasureOf(indicator) == Measure.Share;
        return new()
        {
            Key = key,
            Indicator = indicator.Code,
            Unit = unit,
            Timing = FormCheck.TimingsOf(indicator)[^1],
            Uom = share ? Uoms.Percent : indicator.Uom,
            Decimals = Uoms.Factor(indicator.Uom, "个") is not null ? "0" : "2",
            Growth = indicator.Type == IndicatorType.Flow,
            Indent = "0",
        };
    }

    /// <summary>A new row for the progress of a task.</summary>
    public static RowEdit Of(int key, int task) => new()
    {
        Key = key,
        Task = task,
        Timing = RowTiming.PointInTime,
        Uom = Uoms.Percent,
        Decimals = "0",
        Indent = "0",
    };

    /// <summary>The row as it stands.</summary>
    public static RowEdit Of(FormRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new()
        {
            Key = row.Number,
            Indicator = row.Indicator?.Code ?? "",
            Unit = row.Unit?.Code ?? "",
            Task = row.Task,
            Timing = row.Timing,
            Uom = row.Uom,
            Decimals = row.Decimals.ToString(CultureInfo.InvariantCulture),
            Growth = row.AsksGrowth,
            Indent = row.Indent.ToString(CultureInfo.InvariantCulture),
            Part = row.PartRow,
            Total = row.TotalRow,
        };
    }

    /// <summary>What is meant. What is no number is one that no row has, so that it is refused.</summary>
    /// <param name="number">Its place.</param>
    /// <param name="placeOf">The place of the row of a key; null when it is gone.</param>
    /// <param name="catalogue">Finds indicator and unit.</param>
    public FormRow ToRow(int number, Func<int, int?> placeOf, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(placeOf);
        ArgumentNullException.ThrowIfNull(catalogue);
        var indicator = Task is null && catalogue.Indicator(Indicator) is { } found && found.Code == Indicator ? found : null;
        return new()
        {
            Number = number,
            Indicator = indicator,
            Unit = Task is null && catalogue.Unit(Unit) is { } unit && unit.Code == Unit ? unit : null,
            Task = Task,
            Measure = indicator is null ? Measure.Level : FormCheck.MeasureOf(indicator),
            Timing = Timing,
            Uom = Uom.Trim(),
            Decimals = Number(Decimals) ?? -1,
            AsksGrowth = Growth,
            Indent = Number(Indent) ?? -1,
            PartRow = Part is { } part ? placeOf(part) : null,
            TotalRow = Total is { } total ? placeOf(total) : null,
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : null;
}
