using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>
/// What is signed: the target with everything that its commitment says of it. Two terms are the same when their digests are; what the
/// baseline's figure is at the moment does not belong to them, only which year it is of.
/// </summary>
public sealed class TargetTerms
{
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private TargetTerms(Figure target, Commitment commitment)
    {
        (Target, Commitment) = (target, commitment);
        Text = Write(target, commitment);
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    /// <summary>The target.</summary>
    public Figure Target { get; }

    /// <summary>Who owes it, and how.</summary>
    public Commitment Commitment { get; }

    /// <summary>The terms as JSON of one line, always written the same way: codes, not names, and numbers without trailing zeros.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, 64 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <param name="target">The target: a figure with a number.</param>
    /// <param name="commitment">Who owes it, and how.</param>
    public static TargetTerms Of(Figure target, Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(commitment);
        return new(target, commitment);
    }

    private static string Write(Figure target, Commitment commitment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            json.WriteString("indicator", target.Series.Indicator.Code);
            json.WriteString("unit", target.Series.Unit.Code);
            json.WriteString("measure", Code.Of(target.Series.Measure));
            json.WriteString("benchmark", target.Series.Benchmark is { } benchmark ? Code.Of(benchmark) : null);
            json.WriteString("period", target.Period.Code);
            json.WriteString("scope", target.Scope);
            json.WriteString("priceBasis", target.PriceBasis is { } basis ? Code.Of(basis) : null);
            json.WriteString("comparator", target.Comparator.Sign());
            json.WriteString("value", Plain(target.Value));
            json.WriteString("uom", target.Uom);
            json.WriteString("owner", commitment.Owner);
            json.WriteString("person", commitment.Person);
            json.WriteString("baseline", commitment.Baseline);
            json.WriteString("tolerance", Plain(commitment.Tolerance));
            json.WriteStartArray("path");
            foreach (var point in commitment.Path) json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{point.Year}:{Plain(point.Value)}"));
            json.WriteEndArray();
            json.WriteString("justification", commitment.Justification);
            json.WriteString("task", commitment.Task?.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}
