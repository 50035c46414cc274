using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Figures;

/// <summary>
/// The columns of a figure, each once: its name, where its value comes from when it is appended, and how it is read back.
/// What is copied in and what is selected are this list.
/// </summary>
internal static class FigureColumns
{
    // Filled by the columns below, in their order; the number of the figure is read before them.
    private static readonly List<FigureColumn> Listed = [];

    public static readonly FigureColumn<int> Series = Integer("series_id", f => f.Series);
    public static readonly FigureColumn<string> Scope = Text("scope", f => f.Content.Scope);
    public static readonly FigureColumn<string> PeriodCode = Text("period_code", f => f.Content.Period.Code);
    public static readonly FigureColumn<PeriodKind> PeriodKind = Coded("period_kind", f => f.Content.Period.Kind);
    public static readonly FigureColumn<string?> PeriodLabel = OptionalText("period_label", f => f.Content.PeriodLabel);
    public static readonly FigureColumn<bool> YearInferred = Flag("year_inferred", f => f.Content.YearInferred);
    public static readonly FigureColumn<ValueKind> Kind = Coded("kind", f => f.Content.Kind);
    public static readonly FigureColumn<decimal?> Value = OptionalNumber("value", f => f.Content.Value);
    public static readonly FigureColumn<string?> Words = OptionalText("text", f => f.Content.Text);
    public static readonly FigureColumn<Comparator> Comparator = Sign("comparator", f => f.Content.Comparator);
    public static readonly FigureColumn<string> Uom = Text("uom", f => f.Content.Uom);
    public static readonly FigureColumn<Stage> Stage = Coded("stage", f => f.Content.Stage);
    public static readonly FigureColumn<string> VintageLabel = Text("vintage_label", f => f.Content.VintageLabel);
    public static readonly FigureColumn<bool> UnifiedAccounting = Flag("unified_accounting", f => f.Content.UnifiedAccounting);
    public static readonly FigureColumn<PriceBasis?> StatedPriceBasis = OptionalCode("price_basis", f => f.Content.StatedPriceBasis);
    public static readonly FigureColumn<DateTimeOffset> KnownFrom = Instant("known_from", f => f.Content.KnownFrom);
    public static readonly FigureColumn<KnownFromBasis> KnownFromBasis = Coded("known_from_basis", f => f.Content.KnownFromBasis);
    public static readonly FigureColumn<DateTimeOffset> RecordedAt = Instant("recorded_at", f => f.RecordedAt);
    public static readonly FigureColumn<int> Source = Integer("source_id", f => f.Source);
    public static readonly FigureColumn<string> SourceText = Text("source_text", f => f.Content.SourceText);
    public static readonly FigureColumn<Reliability> Reliability = Coded("reliability", f => f.Content.Reliability);
    public static readonly FigureColumn<string?> Quote = OptionalText("quote", f => f.Content.Quote);
    public static readonly FigureColumn<string?> Note = OptionalText("note", f => f.Content.Note);
    public static readonly FigureColumn<int> AfterWithdrawn = Integer("after_withdrawn", f => f.AfterWithdrawn);

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<FigureColumn> All => Listed;

    /// <summary>Their names, as a statement lists them.</summary>
    public static string Names { get; } = string.Join(", ", Listed.Select(c => c.Name));

    /// <summary>What is selected, and copied in where the numbers are reserved: the number of the figure, then the columns.</summary>
    public static string Selected { get; } = $"id, {Names}";

    /// <summary>The number of the figure in the row that the reader is at.</summary>
    public static long IdOf(NpgsqlDataReader row) => row.GetInt64(0);

    private static FigureColumn<int> Integer(string name, Func<FigureRecord, int> value) =>
        Add(name, (r, i) => r.GetInt32(i), value, NpgsqlDbType.Integer);

    private static FigureColumn<bool> Flag(string name, Func<FigureRecord, bool> value) =>
        Add(name, (r, i) => r.GetBoolean(i), value, NpgsqlDbType.Boolean);

    private static FigureColumn<string> Text(string name, Func<FigureRecord, string> value) =>
        Add(name, (r, i) => r.GetString(i), value, NpgsqlDbType.Text);

    private static FigureColumn<string?> OptionalText(string name, Func<FigureRecord, string?> value) => Add(
        name,
        (r, i) => r.IsDBNull(i) ? null : r.GetString(i),
        (copy, f, c) => value(f) is { } text ? copy.WriteAsync(text, NpgsqlDbType.Text, c) : copy.WriteNullAsync(c));

    private static FigureColumn<decimal?> OptionalNumber(string name, Func<FigureRecord, decimal?> value) => Add(
        name,
        (r, i) => r.IsDBNull(i) ? (decimal?)null : r.GetDecimal(i),
        (copy, f, c) => value(f) is { } number ? copy.WriteAsync(number, NpgsqlDbType.Numeric, c) : copy.WriteNullAsync(c));

    private static FigureColumn<DateTimeOffset> Instant(string name, Func<FigureRecord, DateTimeOffset> value) =>
        Add(name, (r, i) => r.GetFieldValue<DateTimeOffset>(i), (copy, f, c) => copy.WriteAsync(value(f).UtcDateTime, NpgsqlDbType.TimestampTz, c));

    private static FigureColumn<T> Coded<T>(string name, Func<FigureRecord, T> value) where T : struct, Enum =>
        Add(name, (r, i) => Code.Parse<T>(r.GetString(i)), (copy, f, c) => copy.WriteAsync(Code.Of(value(f)), NpgsqlDbType.Text, c));

    private static FigureColumn<T?> OptionalCode<T>(string name, Func<FigureRecord, T?> value) where T : struct, Enum => Add(
        name,
        (r, i) => r.IsDBNull(i) ? (T?)null : Code.Parse<T>(r.GetString(i)),
        (copy, f, c) => value(f) is { } code ? copy.WriteAsync(Code.Of(code), NpgsqlDbType.Text, c) : copy.WriteNullAsync(c));

    private static FigureColumn<Comparator> Sign(string name, Func<FigureRecord, Comparator> value) => Add(
        name,
        (r, i) => Comparators.TryParse(r.GetString(i), out var comparator)
            ? comparator
            : throw new FormatException($"'{r.GetString(i)}' is no comparator."),
        (copy, f, c) => copy.WriteAsync(value(f).Sign(), NpgsqlDbType.Text, c));

    private static FigureColumn<T> Add<T>(
        string name, Func<NpgsqlDataReader, int, T> read, Func<FigureRecord, T> value, NpgsqlDbType type) =>
        Add(name, read, (copy, f, c) => copy.WriteAsync(value(f), type, c));

    private static FigureColumn<T> Add<T>(
        string name, Func<NpgsqlDataReader, int, T> read, Func<NpgsqlBinaryImporter, FigureRecord, CancellationToken, Task> write)
    {
        var column = new FigureColumn<T>(name, Listed.Count + 1, read, write);
        Listed.Add(column);
        return column;
    }
}
