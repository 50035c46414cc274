using Npgsql;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Cases;

namespace Xinzhou.Dashboard.Data.Tests.Import;

/// <summary>A withdrawn figure is nobody's obstacle; a standing one cannot be doubled.</summary>
public sealed class StandingFiguresTests
{
    [Fact]
    public async Task Another_value_goes_in_after_a_withdrawal_with_its_true_date_and_the_withdrawn_one_stays_withdrawn()
    {
        await using var database = await ImportDatabase.CreateAsync();
        Assert.Equal(2, (await database.ImportAsync(CaseFile.Read("08-withdraw-1-first.csv"))).New);
        await WithdrawAsync(database, 300.5m);

        var corrected = await database.ImportAsync(CaseFile.Read("08-withdraw-2-corrected.csv"));

        Assert.Empty(corrected.Faults);
        Assert.Empty(corrected.Warnings);
        Assert.Equal((1, 1), (corrected.New, corrected.Unchanged));
        Assert.Equal(("305.5", Shanghai.StartOf(new(1999, 8, 1))), await ShownAsync(database));

        var dump = await database.DumpAsync();
        var again = await database.ImportAsync(CaseFile.Read("08-withdraw-1-first.csv"));

        Assert.Equal((0, 2), (again.New, again.Unchanged));
        Assert.Equal([(2, "value", "withdrawn")], again.Warnings.Select(w => (w.Line, w.Column, w.Code)));
        Assert.Equal(dump, await database.DumpAsync());
        Assert.Equal("305.5", (await ShownAsync(database)).Value);
    }

    [Fact]
    public async Task It_can_be_corrected_time_and_again()
    {
        await using var database = await ImportDatabase.CreateAsync();
        foreach (var value in new[] { 300.5m, 305.5m, 307.0m })
        {
            var report = await database.ImportAsync(Row($"{value}", "1999-08-01"));
            Assert.Equal((1, 0), (report.New, report.Faults.Count));
            Assert.Equal($"{value}", (await ShownAsync(database)).Value);
            if (value < 307m) await WithdrawAsync(database, value);
        }

        Assert.Equal("clash", Assert.Single((await database.ImportAsync(Row("308", "1999-08-01"))).Faults).Code);
        Assert.Equal("withdrawn", Assert.Single((await database.ImportAsync(Row("300.50", "1999-08-01"))).Warnings).Code);
        Assert.Empty((await database.ImportAsync(Row("307.0", "1999-08-01"))).Warnings);
    }

    [Fact]
    public async Task A_withdrawn_figure_without_a_date_stays_withdrawn_too_and_another_value_or_source_is_no_matter()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Row("300.5", ""));
        await WithdrawAsync(database, 300.5m);

        var again = await database.ImportAsync(Row("300.5", ""));
        Assert.Equal((0, 1, "withdrawn"), (again.New, again.Unchanged, Assert.Single(again.Warnings).Code));
        Assert.Equal(1, (await database.ImportAsync(Row("300.6", ""))).New);
        Assert.Equal(1, (await database.ImportAsync(Row("300.5", "").Replace("w1", "w2"))).New);
    }

    [Fact]
    public async Task A_trial_says_the_same_and_enters_nothing()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(CaseFile.Read("08-withdraw-1-first.csv"));
        await WithdrawAsync(database, 300.5m);
        var dump = await database.DumpAsync();

        Assert.Equal((1, 1), (await database.ImportAsync(CaseFile.Read("08-withdraw-2-corrected.csv"), dryRun: true)) is var trial ? (trial.New, trial.Unchanged) : default);
        Assert.Single((await database.ImportAsync(CaseFile.Read("08-withdraw-1-first.csv"), dryRun: true)).Warnings);
        Assert.Equal(dump, await database.DumpAsync());
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_standing_figure_whatever_it_says_to_follow()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(Row("300.5", "1999-08-01"));

        Assert.Equal("23505", await CopyAsync(database, after: 0));
        Assert.Equal("23505", await CopyAsync(database, after: 1));
        Assert.Null(await CopyAsync(database, after: 0, prices: "constant"));
        Assert.Equal("23505", await CopyAsync(database, after: 0, prices: "constant"));

        await WithdrawAsync(database, 300.5m);
        Assert.Equal("23505", await CopyAsync(database, after: 0));
        Assert.Equal("23505", await CopyAsync(database, after: 2));
        Assert.Equal("23514", await CopyAsync(database, after: -1));
        Assert.Null(await CopyAsync(database, after: 1));
        Assert.Equal("23505", await CopyAsync(database, after: 1));
        Assert.Equal("23505", await CopyAsync(database, after: 2));
    }

    [Fact]
    public async Task What_states_the_indicators_own_prices_and_what_states_none_do_not_hinder_each_others_correction()
    {
        const string header = $"{ImportDatabase.Header},price_basis\n";
        await using var database = await ImportDatabase.CreateAsync();
        Task<Data.Import.ImportReport> Import(string yoy, string prices) =>
            database.ImportAsync(System.Text.Encoding.UTF8.GetBytes($"{header}GDP,忻州市,2022-FY,,,{yoy},http://a.cn,ytd_growth,,,,2023-02-01,{prices}\n"));

        Assert.Equal(1, (await Import("5.0", "")).New);
        Assert.Equal("clash", Assert.Single((await Import("5.1", "constant")).Faults).Code);
        Assert.Equal(1, (await Import("9.3", "current")).New);
        await WithdrawAsync(database, 5.0m);
        Assert.Equal(1, (await Import("5.1", "constant")).New);
        Assert.Equal("withdrawn", Assert.Single((await Import("5.0", "")).Warnings).Code);
        Assert.Equal("clash", Assert.Single((await Import("5.2", "")).Faults).Code);
    }

    private static string Row(string value, string published) =>
        $"GDP,忻州市,1999-H1,{value},亿元,,http://www.sxxz.gov.cn/bug/w1.shtml,ytd,当期发布,,,{published}";

    private static async Task WithdrawAsync(ImportDatabase database, decimal value)
    {
        var id = (await database.FiguresAsync()).Last(f => f.Value == value).Id;
        Assert.True(await FigureWithdrawal.WithdrawAsync(database.Contexts, TimeProvider.System, id, "录入错误", "test"));
    }

    private static async Task<(string? Value, DateTimeOffset KnownFrom)> ShownAsync(ImportDatabase database)
    {
        var view = (await database.LoadAsync()).Figures.At(new(TimeProvider.System.GetUtcNow()));
        var figure = view.Shown("gdp", "140900", Measure.Level, Period.Ytd(1999, 6))!;
        return (figure.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), figure.KnownFrom);
    }

    /// <summary>Inserts the first figure once more, past the application.</summary>
    /// <returns>The code of the refusal; null when it went in.</returns>
    private static async Task<string?> CopyAsync(ImportDatabase database, int after, string? prices = null)
    {
        await using var connection = await database.App.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO figures (series_id, scope, price_basis, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id,
                source_text, reliability, after_withdrawn)
            SELECT series_id, scope, $2, period_code, period_kind, kind, 1, uom, stage, known_from, known_from_basis, now(), source_id, source_text, reliability, $1
            FROM figures ORDER BY id LIMIT 1
            """, connection);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = prices });
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.SqlState;
        }
    }
}
