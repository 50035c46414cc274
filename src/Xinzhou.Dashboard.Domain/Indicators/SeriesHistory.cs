namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series with all its figures, grouped by scope, period and kind, in the order of the API.</summary>
public sealed class SeriesHistory
{
    private readonly Dictionary<(string Scope, Period Period, ValueKind Kind), FigureGroup> _byKey;

    /// <param name="series">The series.</param>
    /// <param name="figures">All its figures, in any order.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    public SeriesHistory(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals)
    {
        Series = series;
        Groups =
        [
            .. figures
                .GroupBy(f => (f.Scope, f.Period, f.Kind))
                .Select(g => new FigureGroup(g.OrderBy(f => f.Id), g.Any(f => withdrawals.ContainsKey(f.Id)) ? withdrawals : null))
                .Order(GroupOrder.Instance),
        ];
        _byKey = Groups.ToDictionary(g => (g.Scope, g.Period, g.Kind));
    }

    public Series Series { get; }

    public IReadOnlyList<FigureGroup> Groups { get; }

    public FigureGroup? Find(Period period, string scope = "", ValueKind kind = ValueKind.Actual) =>
        _byKey.GetValueOrDefault((scope, period, kind));

    private sealed class GroupOrder : IComparer<FigureGroup>
    {
        public static readonly GroupOrder Instance = new();

        public int Compare(FigureGroup? x, FigureGroup? y)
        {
            var order = string.CompareOrdinal(x!.Scope, y!.Scope);
            order = order != 0 ? order : (x.Period.End ?? DateOnly.MaxValue).CompareTo(y.Period.End ?? DateOnly.MaxValue);
            order = order != 0 ? order : string.CompareOrdinal(x.Period.Code, y.Period.Code);
            order = order != 0 ? order : string.CompareOrdinal(Code.Of(x.Period.Kind), Code.Of(y.Period.Kind));
            return order != 0 ? order : string.CompareOrdinal(Code.Of(x.Kind), Code.Of(y.Kind));
        }
    }
}
