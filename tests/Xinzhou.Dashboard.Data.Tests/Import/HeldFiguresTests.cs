using System.Text;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Tests.Import;

public sealed class HeldFiguresTests
{
    /// <summary>What a file costs grows with what it speaks of, not with everything that is held of its cities.</summary>
    [Fact]
    public async Task Of_what_is_held_only_the_indicators_of_a_file_and_those_beside_them_in_rules_are_read()
    {
        await using var database = await ImportDatabase.CreateAsync();
        var held = await database.ImportAsync(
            """
            gdp,忻州市,2023-FY,1500,亿元,,http://www.sxxz.gov.cn/a,annual,,,,2024-02-01
            primary_value_added,忻州市,2023-FY,150,亿元,,http://www.sxxz.gov.cn/a,annual,,,,2024-02-01
            gdp,忻府区,2023-FY,200,亿元,,http://www.sxxz.gov.cn/a,annual,,,,2024-02-01
            gdp,忻州市,2022-FY,1400,亿元,,http://www.sxxz.gov.cn/a,annual,,,,2024-02-01
            tertiary_industry_investment,忻州市,2023-FY,90,亿元,,http://www.sxxz.gov.cn/a,annual,,,,2024-02-01
            """);
        Assert.True(held.Accepted, held.Summary);

        Assert.Equal(
            ["gdp 140900", "gdp 140902", "primary_value_added 140900"],
            await ReadAsync(database, "primary_value_added,忻州市,2023-FY,151,亿元,,http://www.sxxz.gov.cn/b,annual,,,,2024-03-01"));
        Assert.Equal(
            ["tertiary_industry_investment 140900"],
            await ReadAsync(database, "tertiary_industry_investment,忻州市,2023-FY,91,亿元,,http://www.sxxz.gov.cn/b,annual,,,,2024-03-01"));
    }

    private static async Task<string[]> ReadAsync(ImportDatabase database, string row)
    {
        await using var context = await database.Contexts.ReadAsync();
        await context.Database.OpenConnectionAsync();
        var catalogue = await CatalogueReader.ReadAsync(context, null, default);
        var reading = FigureTableReader.Read(
            CsvTable.Read(Encoding.UTF8.GetBytes($"{ImportDatabase.Header}\n{row}\n")), new() { Catalogue = catalogue, Now = DateTimeOffset.UtcNow });
        Assert.Empty(reading.Faults);
        var families = new IndicatorFamilies(await SnapshotLoader.RulesAsync(context, catalogue, default));
        var book = await HeldFigures.ReadAsync(context, catalogue, reading, families, default);
        return [.. book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).Select(f => $"{f.Series.Indicator.Code} {f.Series.Unit.Code}").Order(StringComparer.Ordinal)];
    }
}
