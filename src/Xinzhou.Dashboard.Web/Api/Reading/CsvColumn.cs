namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A column of a list written as CSV.</summary>
/// <param name="Name">The path of the JSON field, joined by dots (<c>period.code</c>).</param>
/// <param name="Value">The text of the cell; null leaves it empty.</param>
public sealed record CsvColumn<T>(string Name, Func<T, string?> Value);
