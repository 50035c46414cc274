using Npgsql;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads series, figures and withdrawals. Repeated strings and periods are kept once.</summary>
internal sealed class FigureReader(Catalogue catalogue, IReadOnlyDictionary<int, SourceDocument> sources)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, PeriodKind Kind), Period> _periods = [];

    private const string Columns =
        """
        id, series_id, scope, period_code, period_kind, period_label, year_inferred, kind, value, text, comparator,
            uom, stage, vintage_label, unified_accounting, price_basis, known_from, known_from_basis, recorded_at,
            source_id, source_text, reliability, quote, note
        """;

    /// <param name="connection">An open connection.</param>
    /// <param name="held">The series already held; they are reused.</param>
    /// <param name="after">Figures with a greater id are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<List<Figure>> FiguresAsync(
        NpgsqlConnection connection, FigureBook held, long after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT {Columns} FROM figures WHERE id > $1 ORDER BY id", connection);
        command.Parameters.AddWithValue(after);
        return await FiguresAsync(command, await SeriesAsync(connection, held, cancellation), cancellation);
    }

    /// <summary>Reads the figures of some units in some years.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="units">The codes of the units.</param>
    /// <param name="years">The first four letters of the period codes; of a span, its first year.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<List<Figure>> FiguresAsync(
        NpgsqlConnection connection, string[] units, string[] years, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {Columns} FROM figures
            WHERE series_id IN (SELECT id FROM series WHERE unit_code = ANY($1)) AND left(period_code, 4) = ANY($2) ORDER BY id
            """, connection);
        command.Parameters.AddWithValue(units);
        command.Parameters.AddWithValue(years);
        return await FiguresAsync(command, await SeriesAsync(connection, FigureBook.Empty, cancellation), cancellation);
    }

    private async Task<Dictionary<int, Series>> SeriesAsync(NpgsqlConnection connection, FigureBook held, CancellationToken cancellation) =>
        (await connection.ListAsync(
            "SELECT id, indicator_code, unit_code, measure, benchmark FROM series",
            r => held.Find(r.GetInt32(0))?.Series ?? new Series
            {
                Id = r.GetInt32(0),
                Indicator = catalogue.Indicator(r.GetString(1))!,
                Unit = catalogue.Unit(r.GetString(2))!,
                Measure = r.Code<Measure>(3),
                Benchmark = r.CodeOrNull<Benchmark>(4),
            }, cancellation)).ToDictionary(s => s.Id);

    private async Task<List<Figure>> FiguresAsync(
        NpgsqlCommand command, Dictionary<int, Series> series, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var figures = new List<Figure>();
        while (await reader.ReadAsync(cancellation))
        {
            figures.Add(Figure(reader, series));
        }

        return figures;
    }

    public static Task<List<(long Id, Withdrawal Withdrawal)>> WithdrawalsAsync(
        NpgsqlConnection connection, long after, CancellationToken cancellation) =>
        connection.ListAsync(
            $"SELECT id, figure_id, known_from, recorded_at, reason FROM withdrawals WHERE id > {after} ORDER BY id",
            r => (r.GetInt64(0), new Withdrawal(r.GetInt64(1), r.Instant(2), r.Instant(3), r.GetString(4))), cancellation);

    private Figure Figure(NpgsqlDataReader r, Dictionary<int, Series> series)
    {
        if (!Comparators.TryParse(r.GetString(10), out var comparator))
        {
            throw new FormatException($"Figure {r.GetInt64(0)} has the comparator '{r.GetString(10)}'.");
        }

        return new Figure
        {
            Id = r.GetInt64(0),
            Series = series[r.GetInt32(1)],
            Scope = Shared(r.GetString(2)),
            Period = SharedPeriod(r.GetString(3), r.Code<PeriodKind>(4)),
            PeriodLabel = Shared(r.TextOrNull(5)),
            YearInferred = r.GetBoolean(6),
            Kind = r.Code<ValueKind>(7),
            Value = r.IsDBNull(8) ? null : r.GetDecimal(8),
            Text = r.TextOrNull(9),
            Comparator = comparator,
            Uom = Shared(r.GetString(11)),
            Stage = r.Code<Stage>(12),
            VintageLabel = Shared(r.GetString(13)),
            UnifiedAccounting = r.GetBoolean(14),
            StatedPriceBasis = r.CodeOrNull<PriceBasis>(15),
            KnownFrom = r.Instant(16),
            KnownFromBasis = r.Code<KnownFromBasis>(17),
            RecordedAt = r.Instant(18),
            Source = sources[r.GetInt32(19)],
            SourceText = Shared(r.GetString(20)),
            Reliability = r.Code<Reliability>(21),
            Quote = Shared(r.TextOrNull(22)),
            Note = Shared(r.TextOrNull(23)),
        };
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Shared(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (_texts.TryGetValue(text, out var shared))
        {
            return shared;
        }

        _texts.Add(text, text);
        return text;
    }

    private Period SharedPeriod(string code, PeriodKind kind)
    {
        if (!_periods.TryGetValue((code, kind), out var period))
        {
            period = Period.FromCode(code, kind);
            _periods.Add((code, kind), period);
        }

        return period;
    }
}
