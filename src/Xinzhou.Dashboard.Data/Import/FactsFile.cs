using System.Text.Json;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// The facts of the article as <c>seed-facts.json</c> writes them. Its observations become rows of the import format, read
/// like all others; the rest is what the article adds to the plan.
/// </summary>
internal static class FactsFile
{
    /// <summary>
    /// The day the Opinion was adopted stands in for the day of the article, which is not stated; its year is inferred.
    /// </summary>
    private const string KnownFrom = "2023-08-18";

    public static bool Recognises(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("observations", out _) && json.TryGetProperty("article", out _);

    /// <param name="json">The file.</param>
    /// <param name="utf8">Its text, for the lines of the observations.</param>
    /// <exception cref="FormatException">A field has a value that is not understood.</exception>
    public static ImportDocument Read(JsonElement json, ReadOnlySpan<byte> utf8)
    {
        var article = json.GetProperty("article").Text("titleZh");
        var lines = Lines(utf8);
        return new()
        {
            Table = new()
            {
                Columns = ImportColumns.All,
                Rows = [.. json.List("observations").Select((o, i) => new SourceRow(lines[i], Row(o, article)))],
            },
            Plan = new()
            {
                Dimensions = [.. json.List("dimensions").Select(Dimension)],
                Milestones = [.. json.List("milestones").Select(Milestone)],
                Programmes = [.. json.List("programmes").Select(Programme)],
                Accountability = [.. json.List("accountability").Select(Mechanism)],
                NotStated = json.Texts("notStated"),
                Ambiguities = json.Texts("ambiguities"),
            },
        };
    }

    private static string[] Row(JsonElement o, string article)
    {
        var period = o.GetProperty("period");
        var measure = o.Text("measure");
        var basis = BasisOf(measure);
        var kind = KindOf(o.Text("valueKind"));
        var number = o.TextOrNull("value") ?? "";
        var isGrowth = basis == Basis.YtdGrowth;
        var isQualitative = basis == Basis.Qualitative;
        var cells = new Dictionary<string, string?>
        {
            [ImportColumns.Indicator] = basis == Basis.Gap
                ? IndicatorText.OfGap(o.Text("indicator"), BenchmarkOf(o.Text("benchmark")))
                : o.Text("indicator"),
            [ImportColumns.Region] = o.Text("region"),
            [ImportColumns.Period] = period.TextOrNull("code"),
            [ImportColumns.Value] = isGrowth || isQualitative ? null : number,
            [ImportColumns.Unit] = isGrowth ? null : o.TextOrNull("unit"),
            [ImportColumns.Yoy] = isGrowth ? number : null,
            [ImportColumns.Source] = article,
            [ImportColumns.Basis] = Code.Of(basis),
            [ImportColumns.Quote] = o.TextOrNull("quote"),
            [ImportColumns.Note] = o.TextOrNull("ambiguity"),
            [ImportColumns.Published] = KnownFrom,
            [ImportColumns.Comparator] = o.TextOrNull("comparator"),
            [ImportColumns.Kind] = kind == basis.Kind() ? null : Code.Of(kind),
            [ImportColumns.Text] = isQualitative ? o.TextOrNull("quote") : null,
            [ImportColumns.Label] = period.TextOrNull("labelZh"),
            [ImportColumns.YearInferred] = period.FlagOrNull("yearStated") == false && period.NumberOrNull("yearInferred") is not null
                ? "true"
                : null,
            [ImportColumns.PriceBasis] = PriceBasisOf(o.TextOrNull(isGrowth ? "priceBasisOfGrowth" : "priceBasisOfLevel")),
            [ImportColumns.KnownBasis] = Code.Of(KnownFromBasis.Inferred),
        };
        return [.. ImportColumns.All.Select(c => cells.GetValueOrDefault(c) ?? "")];
    }

    private static Basis BasisOf(string measure) => measure switch
    {
        "FLOW_YTD" => Basis.Ytd,
        "COUNT" or "STOCK" => Basis.Stock,
        "GROWTH_YOY_YTD" => Basis.YtdGrowth,
        "GAP_TO_BENCHMARK_PP" => Basis.Gap,
        "RATIO" => Basis.Ratio,
        "TARGET_LEVEL" => Basis.Target,
        "QUALITATIVE" => Basis.Qualitative,
        _ => throw new FormatException($"The measure “{measure}” is not known."),
    };

    private static ValueKind KindOf(string valueKind) => valueKind switch
    {
        "ACTUAL" => ValueKind.Actual,
        "FORECAST" => ValueKind.Forecast,
        "AMBITION" => ValueKind.Target,
        "ACTUAL_OR_PLAN_NOT_STATED" => ValueKind.Unstated,
        _ => throw new FormatException($"The value kind “{valueKind}” is not known."),
    };

    private static Benchmark BenchmarkOf(string benchmark) => benchmark switch
    {
        "全省平均水平" => Benchmark.Province,
        "全国平均水平" => Benchmark.Nation,
        _ => throw new FormatException($"The benchmark “{benchmark}” is not known."),
    };

    /// <summary>What the article says; a convention beside NOT_STATED is the indicator's, not the article's.</summary>
    private static string? PriceBasisOf(string? basis) => basis switch
    {
        "CONSTANT_PRICE" => Code.Of(PriceBasis.Constant),
        "CURRENT_PRICE" => Code.Of(PriceBasis.Current),
        _ => null,
    };

    private static Dimension Dimension(JsonElement json) => new()
    {
        Code = json.Text("code"),
        Order = json.GetProperty("order").GetInt32(),
        Name = json.Text("nameZh") is var full && full.EndsWith("能级", StringComparison.Ordinal) ? full[..^2] : full,
        FullName = full,
        NameEn = json.TextOrNull("nameEn"),
        Heading = json.Text("headingZh"),
        Quote = json.TextOrNull("quote"),
        Principle = json.TextOrNull("principle"),
        Goal = json.TextOrNull("goal"),
        Initiatives = [.. json.List("initiatives").Select(Initiative)],
    };

    private static Initiative Initiative(JsonElement json, int index) => new()
    {
        Code = json.Text("id"),
        Order = index + 1,
        Name = json.Text("name"),
        NameEn = json.TextOrNull("nameEn"),
        Quote = json.Text("quote"),
        MembersStated = json.FlagOrNull("membersStated") ?? true,
        Note = json.TextOrNull("multiplier") ?? json.TextOrNull("note"),
    };

    private static Milestone Milestone(JsonElement json) => new()
    {
        Year = json.GetProperty("year").GetInt32(),
        Goal = json.Text("textZh"),
        Quote = json.TextOrNull("quote"),
        Quantified = json.FlagOrNull("quantified") ?? false,
    };

    private static Programme Programme(JsonElement json, int index)
    {
        var members = json.Texts("members");
        return new()
        {
            Code = json.Text("id"),
            Order = index + 1,
            Name = json.Text("name"),
            NameEn = json.TextOrNull("nameEn"),
            Quote = json.Text("quote"),
            Members = members,
            Counts = json.TryGetProperty("counts", out var counts)
                ? counts.EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt32())
                : new Dictionary<string, int>(),
            MembersStated = json.FlagOrNull("membersStated") ?? members.Length > 0,
            Note = json.TextOrNull("note"),
        };
    }

    private static AccountabilityMechanism Mechanism(JsonElement json, int index) => new()
    {
        Code = json.Text("id"),
        Order = index + 1,
        Name = json.Text("name"),
        NameEn = json.TextOrNull("nameEn"),
        Quote = json.Text("quote"),
        Group = json.Text("group"),
    };

    /// <summary>The line that each observation begins on.</summary>
    private static List<int> Lines(ReadOnlySpan<byte> utf8)
    {
        var lines = new List<int>();
        var reader = new Utf8JsonReader(utf8);
        var (inObservations, line, counted) = (false, 1, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                inObservations = reader.ValueTextEquals("observations");
            }
            else if (inObservations && reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
            {
                var start = (int)reader.TokenStartIndex;
                line += utf8[counted..start].Count((byte)'\n');
                counted = start;
                lines.Add(line);
            }
        }

        return lines;
    }
}
