namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series with all its figures, grouped by scope, period, kind and price basis, in the order of the API.</summary>
public sealed class SeriesHistory
{
    private static readonly PriceBasis?[] PriceBases = [null, PriceBasis.Constant, PriceBasis.Current];

    private readonly Dictionary<(string Scope, PriceBasis? PriceBasis, Period Period, ValueKind Kind), FigureGroup> _own;
    private readonly bool _hasOtherPrices;
    private IReadOnlyList<FigureGroup>? _groups;
    private FigureGroup[]? _targets;

    /// <param name="series">The series.</param>
    /// <param name="figures">All its figures, in any order.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    public SeriesHistory(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals)
    {
        Series = series;
        _groups =
        [
            .. figures
                .GroupBy(PlaceOf)
                .Select(g => new FigureGroup(g.OrderBy(f => f.Id), g.Any(f => withdrawals.ContainsKey(f.Id)) ? withdrawals : null))
                .Order(GroupOrder.Instance),
        ];
        _own = _groups.ToDictionary(g => g.Place);
        _hasOtherPrices = _groups.Any(g => g.PriceBasis != series.PriceBasis);
    }

    private SeriesHistory(SeriesHistory beneath, IEnumerable<Figure> more)
    {
        (Series, Beneath) = (beneath.Series, beneath);
        _own = more.GroupBy(PlaceOf).ToDictionary(
            g => g.Key,
            g => beneath.Find(g.Key)?.With(g) ?? new FigureGroup(g.OrderBy(f => f.Id)));
        _hasOtherPrices = beneath._hasOtherPrices || _own.Keys.Any(k => k.PriceBasis != beneath.Series.PriceBasis);
    }

    public Series Series { get; }

    /// <summary>All groups; merged when they are first asked for, where this history is laid over another.</summary>
    public IReadOnlyList<FigureGroup> Groups => _groups ??=
        [.. Beneath!.Groups.Where(g => !_own.ContainsKey(g.Place)).Concat(_own.Values).Order(GroupOrder.Instance)];

    /// <summary>The groups of kind target; looked for when they are first asked for.</summary>
    internal FigureGroup[] Targets => _targets ??= [.. Groups.Where(g => g.Kind == ValueKind.Target)];

    /// <summary>The history that this one is laid over; null if it stands alone.</summary>
    internal SeriesHistory? Beneath { get; }

    /// <summary>The groups that are not those of <see cref="Beneath"/>.</summary>
    internal IReadOnlyCollection<FigureGroup> Own => _own.Values;

    /// <summary>
    /// The series with more figures, none of which is withdrawn. It is laid over this one, which is not copied: the work
    /// grows with what is added.
    /// </summary>
    internal SeriesHistory With(IEnumerable<Figure> more) => new(this, more);

    /// <summary>The statement that a figure belongs to, be it one of another book; null if there is none.</summary>
    public FigureGroup? Find(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Find(PlaceOf(figure));
    }

    /// <summary>The statement of one price basis; null if there is none.</summary>
    public FigureGroup? Find(Period period, string scope, ValueKind kind, PriceBasis? priceBasis) => Find((scope, priceBasis, period, kind));

    /// <summary>The statement in the price basis of the series, else in another; null if there is none.</summary>
    public FigureGroup? Find(Period period, string scope = "", ValueKind kind = ValueKind.Actual) =>
        Find((scope, Series.PriceBasis, period, kind)) ?? Others(period, scope, kind).FirstOrDefault();

    /// <summary>
    /// The figure shown for a period at a moment: in the price basis of the series, where that was known, else in another;
    /// null when none was known.
    /// </summary>
    public Figure? Shown(Period period, string scope, ValueKind kind, AsOf asOf) =>
        Find((scope, Series.PriceBasis, period, kind))?.Shown(asOf)
        ?? Others(period, scope, kind).Select(g => g.Shown(asOf)).FirstOrDefault(f => f is not null);

    private FigureGroup? Find((string Scope, PriceBasis? PriceBasis, Period Period, ValueKind Kind) place) =>
        _own.GetValueOrDefault(place) ?? Beneath?.Find(place);

    /// <summary>The statements in other price bases than that of the series; of almost every series there are none.</summary>
    private IEnumerable<FigureGroup> Others(Period period, string scope, ValueKind kind) => _hasOtherPrices
        ? PriceBases.Where(b => b != Series.PriceBasis).Select(b => Find((scope, b, period, kind))).OfType<FigureGroup>()
        : [];

    private static (string Scope, PriceBasis? PriceBasis, Period Period, ValueKind Kind) PlaceOf(Figure figure) =>
        (figure.Scope, figure.PriceBasis, figure.Period, figure.Kind);

    private sealed class GroupOrder : IComparer<FigureGroup>
    {
        public static readonly GroupOrder Instance = new();

        public int Compare(FigureGroup? x, FigureGroup? y)
        {
            var order = string.CompareOrdinal(x!.Scope, y!.Scope);
            order = order != 0 ? order : (x.Period.End ?? DateOnly.MaxValue).CompareTo(y.Period.End ?? DateOnly.MaxValue);
            order = order != 0 ? order : string.CompareOrdinal(x.Period.Code, y.Period.Code);
            order = order != 0 ? order : string.CompareOrdinal(Code.Of(x.Period.Kind), Code.Of(y.Period.Kind));
            order = order != 0 ? order : string.CompareOrdinal(Code.Of(x.Kind), Code.Of(y.Kind));
            return order != 0 ? order : x.Rank.CompareTo(y.Rank);
        }
    }
}
