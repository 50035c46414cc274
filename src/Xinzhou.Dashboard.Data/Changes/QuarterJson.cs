using System.Text.Json;
using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>A quarter is written as its code: what it is made of leads from one quarter to the next without end.</summary>
internal sealed class QuarterJson : JsonConverter<Quarter>
{
    public override Quarter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Quarter.Parse(reader.GetString()) ?? throw new JsonException("No quarter.");

    public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
