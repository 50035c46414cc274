namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>A series with all its figures, grouped by scope, period, kind and price basis, in the order of the API.</summary>
public sealed class SeriesHistory
{
    private static readonly PriceBasis?[] PriceBases = [null, PriceBasis.Constant, PriceBasis.Current];

    private readonly PackedSeries? _packed;
    private readonly UnpackedSeries? _unpacked;
    private readonly IReadOnlyDictionary<long, Withdrawal>? _withdrawals;

    // Those that came after the packed ones.
    private readonly Figure[] _later = [];
    private Content? _content;
    private bool _isAskedAgain;

    /// <param name="series">The series.</param>
    /// <param name="figures">All its figures, in any order.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    public SeriesHistory(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals) =>
        (Series, _content) = (series, Content.Of(series, figures, withdrawals));

    /// <summary>A series whose figures are unpacked when they are asked for.</summary>
    /// <param name="packed">All its figures.</param>
    /// <param name="withdrawals">All withdrawals, by figure.</param>
    /// <param name="unpacked">Has it let go of the figures again.</param>
    internal SeriesHistory(PackedSeries packed, IReadOnlyDictionary<long, Withdrawal> withdrawals, UnpackedSeries unpacked) =>
        (Series, _packed, _withdrawals, _unpacked) = (packed.Series, packed, withdrawals, unpacked);

    private SeriesHistory(SeriesHistory held, Figure[] more, IReadOnlyDictionary<long, Withdrawal> withdrawals)
        : this(held._packed!, withdrawals, held._unpacked!) =>
        _later = [.. held._later, .. more];

    private SeriesHistory(SeriesHistory beneath, IEnumerable<Figure> more)
    {
        (Series, Beneath) = (beneath.Series, beneath);
        _content = new(Series, Grouped(Series, more, g => beneath.FindIn(StatementPlace.Of(g[0]))?.With(g) ?? new FigureGroup(g, null)), beneath);
    }

    public Series Series { get; }

    /// <summary>All groups; merged when they are first asked for, where this history is laid over another.</summary>
    public IReadOnlyList<FigureGroup> Groups => Unpacked.All;

    /// <summary>True where there is a target among the figures.</summary>
    internal bool HasTargets => _packed is { } packed ? packed.HasTargets || _later.Any(f => f.Kind == ValueKind.Target) : Targets.Length > 0;

    /// <summary>The groups of kind target; looked for when they are first asked for.</summary>
    internal FigureGroup[] Targets => Unpacked.Targets;

    /// <summary>The same, unpacked for the asker alone: for who looks through all series.</summary>
    internal SeriesHistory Alone => _content is null ? new(Series, Packed, _withdrawals!) : this;

    /// <summary>The numbers of the documents that the figures are from, each once.</summary>
    internal IEnumerable<int> Sources =>
        (_packed?.Numbers().Select(n => n.Source).Concat(_later.Select(f => f.Source.Id)) ?? Groups.SelectMany(g => g.Figures).Select(f => f.Source.Id)).Distinct();

    /// <summary>The history that this one is laid over; null if it stands alone.</summary>
    internal SeriesHistory? Beneath { get; }

    /// <summary>The groups that are not those of <see cref="Beneath"/>.</summary>
    internal IReadOnlyCollection<FigureGroup> Own => Unpacked.Own;

    private IEnumerable<Figure> Packed => _packed!.Figures().Concat(_later);

    private Content Unpacked
    {
        get
        {
            if (_content is { } held)
            {
                if (!_isAskedAgain) _isAskedAgain = true;
                return held;
            }

            var content = Content.Of(Series, Packed, _withdrawals!);
            _content = content;
            _unpacked!.Add(this, _packed!.Count + _later.Length);
            return content;
        }
    }

    /// <summary>The series with more figures, all of which are later, and other withdrawals. What is packed stays so.</summary>
    internal SeriesHistory Grown(Figure[] more, IReadOnlyDictionary<long, Withdrawal> withdrawals) => _packed is not null
        ? new(this, more, withdrawals)
        : new(Series, Groups.SelectMany(g => g.Figures).Concat(more), withdrawals);

    /// <summary>
    /// The series with more figures, none of which is withdrawn. It is laid over this one, which is not copied: the work
    /// grows with what is added.
    /// </summary>
    internal SeriesHistory With(IEnumerable<Figure> more) => new(this, more);

    /// <summary>Holds the figures in their packed form only, until they are asked for again.</summary>
    /// <returns>False, and they are held, where they were asked for again since they were unpacked or this was last asked.</returns>
    internal bool LetGo()
    {
        if (_isAskedAgain) return _isAskedAgain = false;
        _content = null;
        return true;
    }

    /// <summary>
    /// What is shown of the series at a moment, where that is kept: of the latest moment asked for, until its next change. Null for a
    /// moment before, on the clock of recording or of what was recorded by then, and for a history that is laid over another.
    /// </summary>
    internal SeriesState? StateAt(AsOf asOf) => Beneath is null ? Unpacked.StateAt(asOf) : null;

    /// <summary>The next moment after one at which anything of the series becomes known or is withdrawn, as far as it is held; null when none is to come.</summary>
    internal DateTimeOffset? NextChange(DateTimeOffset moment)
    {
        DateTimeOffset? next = null;
        foreach (var group in Unpacked.All)
        {
            foreach (var figure in group.Span)
            {
                if (figure.KnownFrom > moment && !(figure.KnownFrom >= next)) next = figure.KnownFrom;
                if (group.WithdrawalOf(figure) is { } withdrawal && withdrawal.KnownFrom > moment && !(withdrawal.KnownFrom >= next)) next = withdrawal.KnownFrom;
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

    private FigureGroup? FindIn(StatementPlace place) => Unpacked.Find(place) ?? Beneath?.FindIn(place);

    /// <summary>The statements in other price bases than that of the series; of almost every series there are none.</summary>
    private IEnumerable<FigureGroup> Others(Period period, string scope, ValueKind kind) => Unpacked.HasOtherPrices
        ? PriceBases.Where(b => b != Series.PriceBasis).Select(b => FindIn(new(scope, b, period, kind))).OfType<FigureGroup>()
        : [];

    /// <summary>The statements in the order of the API, each made of its figures in the order of insertion.</summary>
    private static FigureGroup[] Grouped(Series series, IEnumerable<Figure> figures, Func<ArraySegment<Figure>, FigureGroup> make)
    {
        Figure[] ordered = [.. figures];
        var leading = series.PriceBasis;
        for (var i = 1; i < ordered.Length; i++)
        {
            if (Compare(ordered[i - 1], ordered[i]) < 0) continue;
            Array.Sort(ordered, Compare);
            break;
        }

        var groups = new List<FigureGroup>(ordered.Length);
        for (int first = 0, end; first < ordered.Length; first = end)
        {
            end = first + 1;
            while (end < ordered.Length && StatementPlace.Of(ordered[end]).CompareTo(StatementPlace.Of(ordered[first]), leading) == 0) end++;
            groups.Add(make(new(ordered, first, end - first)));
        }

        return [.. groups];

        int Compare(Figure x, Figure y) => StatementPlace.Of(x).CompareTo(StatementPlace.Of(y), leading) is not 0 and var order ? order : x.Id.CompareTo(y.Id);
    }

    /// <summary>The statements of a series, in the order of the API, and what is looked for among them.</summary>
    private sealed class Content
    {
        private readonly Series _series;
        private readonly SeriesHistory? _beneath;
        private FigureGroup[]? _all;
        private FigureGroup[]? _targets;
        private SeriesState? _state;

        /// <param name="series">The series.</param>
        /// <param name="own">Statements, in the order of the API.</param>
        /// <param name="beneath">Has the others.</param>
        public Content(Series series, FigureGroup[] own, SeriesHistory? beneath)
        {
            (_series, Own, _beneath) = (series, own, beneath);
            _all = beneath is null ? own : null;
            HasOtherPrices = beneath?.Unpacked.HasOtherPrices == true || own.Any(g => g.PriceBasis != series.PriceBasis);
        }

        public FigureGroup[] Own { get; }
        public bool HasOtherPrices { get; }
        public FigureGroup[] All => _all ??= Merged();
        public FigureGroup[] Targets => _targets ??= [.. All.Where(g => g.Kind == ValueKind.Target)];

        public static Content Of(Series series, IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal> withdrawals) => new(
            series,
            Grouped(series, figures, g => new FigureGroup(g, withdrawals.Count > 0 && g.Any(f => withdrawals.ContainsKey(f.Id)) ? withdrawals : null)),
            null);

        public SeriesState? StateAt(AsOf asOf)
        {
            if (_state is not { } state) return asOf is { Clock: Clock.Known, RecordedBy: null } ? _state = new(All, asOf.Moment) : null;
            return state.Holds(asOf) ? state : state.IsBefore(asOf) ? _state = new(All, asOf.Moment) : null;
        }

        public FigureGroup? Find(StatementPlace place)
        {
            var (low, high, leading) = (0, Own.Length - 1, _series.PriceBasis);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var order = Own[middle].Place.CompareTo(place, leading);
                if (order == 0) return Own[middle];
                (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
            }

            return null;
        }

        private FigureGroup[] Merged()
        {
            FigureGroup[] merged = [.. _beneath!.Groups.Where(g => Find(g.Place) is null), .. Own];
            Array.Sort(merged, (x, y) => x.Place.CompareTo(y.Place, _series.PriceBasis));
            return merged;
        }
    }
}
