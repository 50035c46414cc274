using System.Text.Json.Serialization.Metadata;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>How a list is written.</summary>
public sealed record ListShape<TItem>(JsonTypeInfo<Page<TItem>> Json, IReadOnlyList<CsvColumn<TItem>> Csv);
