using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The indicators and statistical units there are, found by code, exact name or alias.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Indicator> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatisticalUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Indicator> _indicatorsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatisticalUnit> _unitsByKey = new(StringComparer.Ordinal);

    public Catalogue(IEnumerable<Indicator> indicators, IEnumerable<StatisticalUnit> units, IEnumerable<HeadlineIndicator>? headlines = null)
    {
        Indicators = [.. indicators.OrderBy(i => i.Order)];
        Units = [.. units.OrderBy(u => u.Order)];
        Headlines = [.. headlines ?? []];

        // A code wins over a name, a name over an alias, the earlier entry over the later.
        Register(_indicators, Indicators, i => i.Code, i => i.Name, i => i.Aliases);
        Register(_units, Units, u => u.Code, u => u.Name, u => u.Aliases);
        RegisterKeys(_indicators, _indicatorsByKey);
        RegisterKeys(_units, _unitsByKey);
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<StatisticalUnit> Units { get; }

    /// <summary>What the overview puts in front, in its order.</summary>
    public IReadOnlyList<HeadlineIndicator> Headlines { get; }

    /// <summary>The city this installation is for.</summary>
    public StatisticalUnit City => Units.First(u => u.Level == UnitLevel.City);

    /// <summary>The county-level units of the city, in the official order.</summary>
    public IEnumerable<StatisticalUnit> Counties => Units.Where(u => u.Level == UnitLevel.County);

    public Indicator? Indicator(string codeOrName) => _indicators.GetValueOrDefault(codeOrName);

    public StatisticalUnit? Unit(string codeOrName) => _units.GetValueOrDefault(codeOrName);

    /// <summary>The indicator of a text of a document: exactly so named, or but for what nobody sees (<see cref="PlainText.Key"/>).</summary>
    public Indicator? IndicatorOf(string written) => Indicator(written) ?? _indicatorsByKey.GetValueOrDefault(PlainText.Key(written));

    /// <summary>The statistical unit of a text of a document: exactly so named, or but for what nobody sees.</summary>
    public StatisticalUnit? UnitOf(string written) => Unit(written) ?? _unitsByKey.GetValueOrDefault(PlainText.Key(written));

    private static void RegisterKeys<T>(Dictionary<string, T> index, Dictionary<string, T> byKey)
    {
        foreach (var (name, item) in index)
        {
            byKey.TryAdd(PlainText.Key(name), item);
        }
    }

    private static void Register<T>(
        Dictionary<string, T> index,
        IReadOnlyList<T> items,
        Func<T, string> code,
        Func<T, string> name,
        Func<T, IReadOnlyList<string>> aliases)
    {
        foreach (var item in items)
        {
            index.TryAdd(code(item), item);
        }

        foreach (var item in items)
        {
            index.TryAdd(name(item), item);
        }

        foreach (var item in items)
        {
            foreach (var alias in aliases(item))
            {
                index.TryAdd(alias, item);
            }
        }
    }
}
