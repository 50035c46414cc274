using System.Runtime.CompilerServices;
using Npgsql;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// Reads series, figures and withdrawals. Repeated strings, periods and attributes are kept once. A figure that is not understood, or
/// whose series or document is not, is left out.
/// </summary>
/// <param name="catalogue">The indicators and units that are understood.</param>
/// <param name="source">Finds a document by its number; null for one that is not understood.</param>
/// <param name="leftOut">Counts what is left out.</param>
internal sealed class FigureReader(Catalogue catalogue, Func<int, SourceDocument?> source, LeftOutRows leftOut)
{
    /// <summary>Texts that are looked for again: what repeats does so among neighbours. A dictionary of millions of sentences would outweigh what it saves.</summary>
    private const int KeptTexts = 1 << 16;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, PeriodKind Kind), Period> _periods = [];
    private readonly AttributePool _attributes = new();

    /// <summary>False where nobody asks for quotes and notes, which are most of what is stored: the figures are then without them.</summary>
    public bool ReadsQuotes { get; init; } = true;

    /// <summary>Reads the figures that are new since a book.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="held">The book; its series are reused.</param>
    /// <param name="after">Figures with a greater id are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<List<Figure>> FiguresAsync(NpgsqlConnection connection, FigureBook held, long after, CancellationToken cancellation)
    {
        var series = await SeriesAsync(connection, held, "WHERE id IN (SELECT series_id FROM figures WHERE id > $1)", [after], cancellation);
        await using var command = After(connection, after);
        return await FiguresAsync(command, series, cancellation);
    }

    /// <summary>All series by number, each with what is not understood in it; null where all is.</summary>
    public Task<Dictionary<int, (Series? Series, string? Fault)>> SeriesAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        SeriesAsync(connection, FigureBook.Empty, "", [], cancellation);

    /// <summary>Reads all figures. None is held as an object.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="series">All series.</param>
    /// <param name="packer">Gets them.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task PackAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<int, (Series? Series, string? Fault)> series, FigurePacker packer, CancellationToken cancellation)
    {
        await using var command = After(connection, 0);
        await foreach (var figure in ReadAsync(command, series, cancellation)) packer.Add(figure);
    }

    /// <summary>Reads the figures of some indicators and units in some years.</summary>
    /// <param name="context">A context whose connection is open.</param>
    /// <param name="indicators">The codes of the indicators.</param>
    /// <param name="units">The codes of the units.</param>
    /// <param name="years">The first four letters of the period codes; of a span, its first year.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<List<Figure>> FiguresAsync(
        DashboardContext context, string[] indicators, string[] units, string[] years, CancellationToken cancellation)
    {
        const string ofThese = "WHERE indicator_code = ANY($1) AND unit_code = ANY($2)";
        var connection = context.Connection();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {FigureColumns.Selected} FROM figures
            WHERE series_id IN (SELECT id FROM series {ofThese}) AND left(period_code, 4) = ANY($3) ORDER BY id
            """, connection);
        command.Parameters.AddWithValue(indicators);
        command.Parameters.AddWithValue(units);
        command.Parameters.AddWithValue(years);
        return await FiguresAsync(command, await SeriesAsync(connection, FigureBook.Empty, ofThese, [indicators, units], cancellation), cancellation);
    }

    /// <summary>The series by number, each with what is not understood in it; null where all is.</summary>
    private async Task<Dictionary<int, (Series? Series, string? Fault)>> SeriesAsync(
        NpgsqlConnection connection, FigureBook held, string which, object[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT id, indicator_code, unit_code, measure, benchmark FROM series {which}", connection);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var series = new Dictionary<int, (Series? Series, string? Fault)>();
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetInt32(0);
            series.Add(id, held.Find(id) is { } history ? (history.Series, null) : Series(reader));
        }

        return series;
    }

    private (Series? Series, string? Fault) Series(NpgsqlDataReader r)
    {
        if (catalogue.Indicator(r.GetString(1)) is not { } indicator)
        {
            return (null, $"The indicator '{r.GetString(1)}' is not understood.");
        }

        if (catalogue.Unit(r.GetString(2)) is not { } unit)
        {
            return (null, $"The unit '{r.GetString(2)}' is not understood.");
        }

        try
        {
            return (new()
            {
                Id = r.GetInt32(0),
                Indicator = indicator,
                Unit = unit,
                Measure = r.Code<Measure>(3),
                Benchmark = r.CodeOrNull<Benchmark>(4),
            }, null);
        }
        catch (FormatException unknown)
        {
            return (null, unknown.Message);
        }
    }

    private static NpgsqlCommand After(NpgsqlConnection connection, long id)
    {
        var command = new NpgsqlCommand($"SELECT {FigureColumns.Selected} FROM figures WHERE id > $1 ORDER BY id", connection);
        command.Parameters.AddWithValue(id);
        return command;
    }

    private async Task<List<Figure>> FiguresAsync(
        NpgsqlCommand command, IReadOnlyDictionary<int, (Series? Series, string? Fault)> series, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        await foreach (var figure in ReadAsync(command, series, cancellation)) figures.Add(figure);
        return figures;
    }

    private async IAsyncEnumerable<Figure> ReadAsync(
        NpgsqlCommand command, IReadOnlyDictionary<int, (Series? Series, string? Fault)> series, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (Figure(reader, series, out var fault) is { } figure) yield return figure;
            else leftOut.Add("figures", $"Figure {FigureColumns.IdOf(reader)}: {fault}");
        }
    }

    public static Task<List<(long Id, Withdrawal Withdrawal)>> WithdrawalsAsync(
        DashboardContext context, long after, CancellationToken cancellation) =>
        context.Connection().ListAsync(
            $"SELECT id, figure_id, known_from, recorded_at, reason FROM withdrawals WHERE id > {after} ORDER BY id",
            r => (r.GetInt64(0), new Withdrawal(r.GetInt64(1), r.Instant(2), r.Instant(3), r.GetString(4))), cancellation);

    private Figure? Figure(NpgsqlDataReader r, IReadOnlyDictionary<int, (Series? Series, string? Fault)> allSeries, out string? fault)
    {
        (var series, fault) = allSeries[FigureColumns.Series.Of(r)];
        if (series is null)
        {
            return null;
        }

        if (source(FigureColumns.Source.Of(r)) is not { } cited)
        {
            fault = $"The document {FigureColumns.Source.Of(r)} is not understood.";
            return null;
        }

        try
        {
            return new()
            {
                Id = FigureColumns.IdOf(r),
                Series = series,
                Attributes = _attributes.Of(new()
                {
                    Scope = Shared(FigureColumns.Scope.Of(r)),
                    PeriodLabel = Shared(FigureColumns.PeriodLabel.Of(r)),
                    YearInferred = FigureColumns.YearInferred.Of(r),
                    Kind = FigureColumns.Kind.Of(r),
                    Comparator = FigureColumns.Comparator.Of(r),
                    Uom = Shared(FigureColumns.Uom.Of(r)),
                    Stage = FigureColumns.Stage.Of(r),
                    VintageLabel = Shared(FigureColumns.VintageLabel.Of(r)),
                    UnifiedAccounting = FigureColumns.UnifiedAccounting.Of(r),
                    StatedPriceBasis = FigureColumns.StatedPriceBasis.Of(r),
                    KnownFromBasis = FigureColumns.KnownFromBasis.Of(r),
                    Reliability = FigureColumns.Reliability.Of(r),
                }),
                KnownFrom = FigureColumns.KnownFrom.Of(r),
                SourceText = Shared(FigureColumns.SourceText.Of(r)),
                Period = SharedPeriod(FigureColumns.PeriodCode.Of(r), FigureColumns.PeriodKind.Of(r)),
                Value = FigureColumns.Value.Of(r),
                Text = FigureColumns.Words.Of(r),
                RecordedAt = FigureColumns.RecordedAt.Of(r),
                Source = cited,
                Quote = ReadsQuotes ? Shared(FigureColumns.Quote.Of(r)) : null,
                Note = ReadsQuotes ? Shared(FigureColumns.Note.Of(r)) : null,
            };
        }
        catch (FormatException unknown)
        {
            fault = unknown.Message;
            return null;
        }
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

        if (_texts.Count == KeptTexts) _texts.Clear();
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
