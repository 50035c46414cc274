using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>Columns of JSON.</summary>
internal static class JsonColumn
{
    private const string Type = "jsonb";

    /// <summary>A text that is JSON.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType(Type);

    /// <summary>A text that is JSON.</summary>
    public static ComplexTypePropertyBuilder<T> IsJson<T>(this ComplexTypePropertyBuilder<T> property) => property.HasColumnType(Type);

    /// <summary>Numbers by name, written as one object.</summary>
    public static void IsJsonObject(this PropertyBuilder<IReadOnlyDictionary<string, int>> property) => property.IsJson().HasConversion(
        counts => JsonSerializer.Serialize(counts, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<Dictionary<string, int>>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<IReadOnlyDictionary<string, int>>(
            (one, other) => one!.Count == other!.Count && !one.Except(other).Any(),
            counts => counts.Count,
            counts => counts));
}
