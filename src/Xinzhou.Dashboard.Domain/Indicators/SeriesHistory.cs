namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series with all its figures, grouped by scope, period and kind, in the order of the API.</summary>
public sealed class SeriesHistory
{
    private readonly Dictionary<(string Scope, Period Period, ValueKind Kind), FigureGroup> _own;
    private IReadOnlyList<FigureGroup>? _groups;

    /// <param name="series">The series.</param>
    /// <param name="figures">All its figures, in any order.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    public SeriesHistory(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals)
    {
        Series = series;
        _groups =
        [
            .. figures
                .GroupBy(f => (f.Scope, f.Period, f.Kind))
                .Select(g => new FigureGroup(g.OrderBy(f => f.Id), g.Any(f => withdrawals.ContainsKey(f.Id)) ? withdrawals : null))
                .Order(GroupOrder.Instance),
        ];
        _own = _groups.ToDictionary(g => g.Place);
    }

    private SeriesHistory(SeriesHistory beneath, IEnumerable<Figure> more)
    {
        (Series, Beneath) = (beneath.Series, beneath);
        _own = more.GroupBy(f => (f.Scope, f.Period, f.Kind)).ToDictionary(
            g => g.Key,
            g => beneath.Find(g.Key.Period, g.Key.Scope, g.Key.Kind)?.With(g) ?? new FigureGroup(g.OrderBy(f => f.Id)));
    }

    public Series Series { get; }

    /// <summary>All groups; merged when they are first asked for, where this history is laid over another.</summary>
    public IReadOnlyList<FigureGroup> Groups => _groups ??=
        [.. Beneath!.Groups.Where(g => !_own.ContainsKey(g.Place)).Concat(_own.Values).Order(GroupOrder.Instance)];

    /// <summary>The history that this one is laid over; null if it stands alone.</summary>
    internal SeriesHistory? Beneath { get; }

    /// <summary>The groups that are not those of <see cref="Beneath"/>.</summary>
    internal IReadOnlyCollection<FigureGroup> Own => _own.Values;

    /// <summary>
    /// The series with more figures, none of which is withdrawn. It is laid over this one, which is not copied: the work
    /// grows with what is added.
    /// </summary>
    internal SeriesHistory With(IEnumerable<Figure> more) => new(this, more);

    public FigureGroup? Find(Period period, string scope = "", ValueKind kind = ValueKind.Actual) =>
        _own.GetValueOrDefault((scope, period, kind)) ?? Beneath?.Find(period, scope, kind);

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
