namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series with all its figures, grouped by scope, period, kind and price basis, in the order of the API.</summary>
public sealed class SeriesHistory
{
    private static readonly PriceBasis?[] PriceBases = [null, PriceBasis.Constant, PriceBasis.Current];

    private readonly FigureGroup[] _own;
    private readonly bool _hasOtherPrices;
    private FigureGroup[]? _groups;
    private FigureGroup[]? _targets;
    private SeriesState? _state;

    /// <param name="series">The series.</param>
    /// <param name="figures">All its figures, in any order.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    public SeriesHistory(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals)
    {
        Series = series;
        _groups = _own = [.. Grouped(series, figures).Select(g => new FigureGroup(g, withdrawals.Count > 0 && g.Any(f => withdrawals.ContainsKey(f.Id)) ? withdrawals : null))];
        _hasOtherPrices = _own.Any(g => g.PriceBasis != series.PriceBasis);
    }

    private SeriesHistory(SeriesHistory beneath, IEnumerable<Figure> more)
    {
        (Series, Beneath) = (beneath.Series, beneath);
        _own = [.. Grouped(Series, more).Select(g => beneath.FindIn(StatementPlace.Of(g[0]))?.With(g) ?? new FigureGroup(g))];
        _hasOtherPrices = beneath._hasOtherPrices || _own.Any(g => g.PriceBasis != Series.PriceBasis);
    }

    public Series Series { get; }

    /// <summary>All groups; merged when they are first asked for, where this history is laid over another.</summary>
    public IReadOnlyList<FigureGroup> Groups => _groups ??= Merged();

    /// <summary>The groups of kind target; looked for when they are first asked for.</summary>
    internal FigureGroup[] Targets => _targets ??= [.. Groups.Where(g => g.Kind == ValueKind.Target)];

    /// <summary>The history that this one is laid over; null if it stands alone.</summary>
    internal SeriesHistory? Beneath { get; }

    /// <summary>The groups that are not those of <see cref="Beneath"/>.</summary>
    internal IReadOnlyCollection<FigureGroup> Own => _own;

    /// <summary>
    /// The series with more figures, none of which is withdrawn. It is laid over this one, which is not copied: the work
    /// grows with what is added.
    /// </summary>
    internal SeriesHistory With(IEnumerable<Figure> more) => new(this, more);

    /// <summary>
    /// What is shown of the series at a moment, where that is kept: of the latest moment asked for, until its next change. Null for a
    /// moment before, on the clock of recording or of what was recorded by then, and for a history that is laid over another.
    /// </summary>
    internal SeriesState? StateAt(AsOf asOf)
    {
        if (Beneath is not null) return null;
        if (_state is not { } state) return asOf is { Clock: Clock.Known, RecordedBy: null } ? _state = new(Groups, asOf.Moment) : null;
        return state.Holds(asOf) ? state : state.IsBefore(asOf) ? _state = new(Groups, asOf.Moment) : null;
    }

    /// <summary>The next moment after one at which anything of the series becomes known or is withdrawn, as far as it is held; null when none is to come.</summary>
    internal DateTimeOffset? NextChange(DateTimeOffset moment)
    {
        DateTimeOffset? next = null;
        for (var i = 0; i < Groups.Count; i++)
        {
            foreach (var figure in Groups[i].Span)
            {
                if (figure.KnownFrom > moment && !(figure.KnownFrom >= next)) next = figure.KnownFrom;
                if (Groups[i].WithdrawalOf(figure) is { } withdrawal && withdrawal.KnownFrom > moment && !(withdrawal.KnownFrom >= next)) next = withdrawal.KnownFrom;
            }
        }

        return next;
    }

    /// <summary>The statement that a figure belongs to, be it one of another book; null if there is none.</summary>
    public FigureGroup? Find(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return FindIn(StatementPlace.Of(figure));
    }

    /// <summary>The statement of one price basis; null if there is none.</summary>
    public FigureGroup? Find(Period period, string scope, ValueKind kind, PriceBasis? priceBasis) => FindIn(new(scope, priceBasis, period, kind));

    /// <summary>The statement in the price basis of the series, else in another; null if there is none.</summary>
    public FigureGroup? Find(Period period, string scope = "", ValueKind kind = ValueKind.Actual) =>
        FindIn(new(scope, Series.PriceBasis, period, kind)) ?? Others(period, scope, kind).FirstOrDefault();

    /// <summary>
    /// The figure shown for a period at a moment: in the price basis of the series, where that was known, else in another;
    /// null when none was known.
    /// </summary>
    public Figure? Shown(Period period, string scope, ValueKind kind, AsOf asOf) =>
        FindIn(new(scope, Series.PriceBasis, period, kind))?.Shown(asOf)
        ?? Others(period, scope, kind).Select(g => g.Shown(asOf)).FirstOrDefault(f => f is not null);

    private FigureGroup? FindIn(StatementPlace place) => FindOwn(place) ?? Beneath?.FindIn(place);

    private FigureGroup? FindOwn(StatementPlace place)
    {
        var (low, high, leading) = (0, _own.Length - 1, Series.PriceBasis);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _own[middle].Place.CompareTo(place, leading);
            if (order == 0) return _own[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The statements in other price bases than that of the series; of almost every series there are none.</summary>
    private IEnumerable<FigureGroup> Others(Period period, string scope, ValueKind kind) => _hasOtherPrices
        ? PriceBases.Where(b => b != Series.PriceBasis).Select(b => FindIn(new(scope, b, period, kind))).OfType<FigureGroup>()
        : [];

    private FigureGroup[] Merged()
    {
        FigureGroup[] merged = [.. Beneath!.Groups.Where(g => FindOwn(g.Place) is null), .. _own];
        Array.Sort(merged, (x, y) => x.Place.CompareTo(y.Place, Series.PriceBasis));
        return merged;
    }

    /// <summary>The figures of each statement, in the order of insertion; the statements in theirs.</summary>
    private static IEnumerable<ArraySegment<Figure>> Grouped(Series series, IEnumerable<Figure> figures)
    {
        Figure[] ordered = [.. figures];
        var leading = series.PriceBasis;
        Array.Sort(ordered, (x, y) => StatementPlace.Of(x).CompareTo(StatementPlace.Of(y), leading) is not 0 and var order ? order : x.Id.CompareTo(y.Id));
        for (int first = 0, end; first < ordered.Length; first = end)
        {
            end = first + 1;
            while (end < ordered.Length && StatementPlace.Of(ordered[end]).CompareTo(StatementPlace.Of(ordered[first]), leading) == 0) end++;
            yield return new(ordered, first, end - first);
        }
    }
}
