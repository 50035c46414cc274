using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>
/// A digest as JSON. Lines and parts of a kind that this version does not know were written by a newer one beside it, and are left out: the
/// inbox goes on.
/// </summary>
internal static class DigestJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [return: NotNullIfNotNull(nameof(digest))]
    public static string? Write(Digest? digest) => digest is null ? null : JsonSerializer.Serialize(
        digest.Parts.Select(p => new Part(Code.Of(p.Section), p.Count, [.. p.Lines.Select(Write)])), Options);

    [return: NotNullIfNotNull(nameof(json))]
    public static Digest? Read(string? json) => json is null ? null : new(
    [
        .. JsonSerializer.Deserialize<Part[]>(json, Options)!
            .Select(p => Code.TryParse<DigestSection>(p.Section, out var section) ? new DigestPart(section, p.Count, [.. p.Lines.Select(Read).OfType<DigestLine>()]) : null)
            .OfType<DigestPart>(),
    ]);

    private static Line Write(DigestLine line) => new(Code.Of(line.Kind))
    {
        Reference = line.Reference,
        Title = line.Title,
        TitleEn = line.TitleEn,
        Unit = line.Unit,
        Quarter = line.Quarter?.Code,
        Step = line.Step is { } step ? Code.Of(step) : null,
        Count = line.Count,
        Day = line.Day,
        From = line.From is { } from ? Code.Of(from) : null,
        To = line.To is { } to ? Code.Of(to) : null,
    };

    private static DigestLine? Read(Line line) => !Code.TryParse<ConcernKind>(line.Kind, out var kind) ? null : new()
    {
        Kind = kind,
        Reference = line.Reference,
        Title = line.Title,
        TitleEn = line.TitleEn,
        Unit = line.Unit,
        Quarter = Quarter.Parse(line.Quarter),
        Step = Code.TryParse<NoticeStep>(line.Step, out var step) ? step : null,
        Count = line.Count,
        Day = line.Day,
        From = Code.TryParse<LightColour>(line.From, out var from) ? from : null,
        To = Code.TryParse<LightColour>(line.To, out var to) ? to : null,
    };

    private sealed record Part(string Section, int Count, IReadOnlyList<Line> Lines);

    private sealed record Line(string Kind)
    {
        public string? Reference { get; init; }

        public string? Title { get; init; }

        public string? TitleEn { get; init; }

        public string? Unit { get; init; }

        public string? Quarter { get; init; }

        public string? Step { get; init; }

        public int? Count { get; init; }

        public DateOnly? Day { get; init; }

        public string? From { get; init; }

        public string? To { get; init; }
    }
}
