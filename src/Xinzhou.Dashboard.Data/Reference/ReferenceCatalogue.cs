using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Data.Model.Rules;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Reference;

/// <summary>
/// Enters the units, indicators and validation rules that come with the product into a database that has none.
/// What an installation has changed since is left alone.
/// </summary>
public static class ReferenceCatalogue
{
    /// <summary>What the overview puts in front until an administrator chooses: what the plan's article itself speaks of.</summary>
    private static readonly HeadlineIndicator[] Headlines =
    [
        new("gdp"),
        new("installed_capacity_new_and_clean", Share: "installed_capacity_new_and_clean_share"),
        new("tertiary_industry_investment"),
        new("specialty_town_output"),
        new("key_industry_chain_project_investment"),
        new("provincial_chain_enterprise_revenue"),
        new("provincial_chain_enterprises"),
    ];

    /// <summary>Enters what is missing as a whole: nothing when the database already has units.</summary>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels; nothing is then entered.</param>
    /// <returns>True when the catalogue was entered now.</returns>
    public static async Task<bool> EnterAsync(
        IDbContextFactory<DashboardContext> contexts, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(time);
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Catalogue, cancellation);
        var context = change.Context;
        if (await context.StatisticalUnits.AnyAsync(cancellation)) return false;
        context.AddRange(Rows(ReferenceFiles.Units).Select(Unit));
        context.AddRange(Rows(ReferenceFiles.Indicators).Select(Indicator));
        context.AddRange(HeadlineEntity.Of(Headlines));
        foreach (var (code, order, definition) in await RulesAsync(cancellation))
        {
            context.Add(new RuleEntity { Code = code, Order = order, Definition = definition });
            context.Add(new RuleVersionEntity { Code = code, Definition = definition, ChangedAt = change.Now, Reason = "随产品提供" });
        }

        await change.CommitAsync(cancellation);
        return true;
    }

    private static StatisticalUnit Unit(Dictionary<string, string> row, int index) => new()
    {
        Code = row["code"],
        Order = index + 1,
        Name = row["name"],
        NameEn = OrNull(row["nameEn"]),
        Level = Code.Parse<UnitLevel>(row["level"]),
        Parent = OrNull(row["parent"]),
        Aliases = Aliases(row),
    };

    private static Indicator Indicator(Dictionary<string, string> row, int index) => new()
    {
        Code = row["code"],
        Order = index + 1,
        Name = row["name"],
        NameEn = OrNull(row["nameEn"]),
        Type = Code.Parse<IndicatorType>(row["type"]),
        Uom = row["uom"],
        Direction = Code.Parse<Direction>(row["direction"]),
        PriceBasisOfLevel = Basis(row["priceBasisOfLevel"]),
        PriceBasisOfGrowth = Basis(row["priceBasisOfGrowth"]),
        Dimension = OrNull(row["dimension"]),
        Aliases = Aliases(row),
        Note = OrNull(row["note"]),
        Additive = !row["note"].Contains("不可加总", StringComparison.Ordinal),
    };

    private static async Task<IReadOnlyList<(string Code, int Order, string Definition)>> RulesAsync(CancellationToken cancellation)
    {
        await using var stream = ReferenceFiles.Open(ReferenceFiles.Rules);
        using var rules = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        return
        [
            .. rules.RootElement.EnumerateArray().Select((rule, i) => (
                rule.GetProperty("code").GetString()!,
                i + 1,
                JsonSerializer.Serialize(rule.EnumerateObject().Where(p => p.Name != "code").ToDictionary(p => p.Name, p => p.Value)))),
        ];
    }

    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var csv = CsvReader.Create(ReferenceFiles.Open(file), new CsvReaderOptions());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToArray().ToDictionary(h => h, h => csv.GetString(h)));
        }

        return rows;
    }

    private static string[] Aliases(Dictionary<string, string> row) =>
        row["aliases"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PriceBasis? Basis(string code) => code.Length == 0 ? null : Code.Parse<PriceBasis>(code);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
