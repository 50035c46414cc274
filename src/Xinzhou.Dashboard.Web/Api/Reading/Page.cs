using System.Text.Json.Serialization;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A part of a list.</summary>
/// <param name="Items">The rows of this page, in the order of the list.</param>
/// <param name="Total">The number of rows in the whole list.</param>
/// <param name="Next">What the parameter <c>cursor</c> takes to go on; null on the last page.</param>
/// <param name="AsOf">
/// The moment that the answer speaks of: the one asked for, else the latest at which anything changed. All pages of one
/// reading have that of the first.
/// </param>
public record Page<T>(IReadOnlyList<T> Items, long Total, string? Next, DateTimeOffset AsOf)
{
    /// <summary>True, and only then present, when the installation holds the demonstration data set: no figure is real.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Demonstration { get; init; }
}
