using Npgsql;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the indicators and statistical units.</summary>
internal static class CatalogueReader
{
    public static async Task<Catalogue> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation) => new(
        await connection.ListAsync(
            """
            SELECT code, "order", name, name_en, type, uom, direction, price_basis_of_level, price_basis_of_growth,
                dimension_code, aliases, note, additive
            FROM indicators
            """,
            r => new Indicator
            {
                Code = r.GetString(0),
                Order = r.GetInt32(1),
                Name = r.GetString(2),
                NameEn = r.TextOrNull(3),
                Type = r.Code<IndicatorType>(4),
                Uom = r.GetString(5),
                Direction = r.Code<Direction>(6),
                PriceBasisOfLevel = r.CodeOrNull<PriceBasis>(7),
                PriceBasisOfGrowth = r.CodeOrNull<PriceBasis>(8),
                Dimension = r.TextOrNull(9),
                Aliases = r.GetFieldValue<string[]>(10),
                Note = r.TextOrNull(11),
                Additive = r.GetBoolean(12),
            }, cancellation),
        await connection.ListAsync(
            """SELECT code, "order", name, name_en, level, parent_code, aliases FROM statistical_units""",
            r => new StatisticalUnit
            {
                Code = r.GetString(0),
                Order = r.GetInt32(1),
                Name = r.GetString(2),
                NameEn = r.TextOrNull(3),
                Level = r.Code<UnitLevel>(4),
                Parent = r.TextOrNull(5),
                Aliases = r.GetFieldValue<string[]>(6),
            }, cancellation));
}
