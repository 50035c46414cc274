namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>How values that are no texts are written in a cell.</summary>
public static class CsvCells
{
    public static string Cell(this bool value) => value ? "true" : "false";

    public static string Cell(this int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Cell(this int? value) => value?.Cell();

    public static string? Cell(this decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Cell(this double? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Cell(this DateOnly? value) => value is { } day ? Instants.Written(day) : null;

    public static string Cell(this DateTimeOffset value) => Instants.Written(value);

    public static string? Cell(this DateTimeOffset? value) => value is { } instant ? Instants.Written(instant) : null;

    /// <summary>Several values in one cell: joined by |.</summary>
    public static string Cell(this IEnumerable<string> values) => string.Join('|', values);
}
