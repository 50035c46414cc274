namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// All figures of one series, scope, price basis, period and kind: the vintages of one statement, of which one is shown at
/// a time. Growth at constant and at current prices are two statements: neither takes the place of the other.
/// </summary>
public sealed class FigureGroup
{
    // Of almost every statement there is one: an array for it would weigh as much as the group.
    private readonly Figure _first;
    private readonly Figure[]? _several;
    private readonly IReadOnlyDictionary<long, Withdrawal>? _withdrawals;

    /// <param name="figures">At least one; all of the same series, scope, price basis, period and kind.</param>
    /// <param name="withdrawals">Withdrawals by figure; null when none of the figures is withdrawn.</param>
    public FigureGroup(IEnumerable<Figure> figures, IReadOnlyDictionary<long, Withdrawal>? withdrawals = null)
    {
        Figure[] all = [.. figures];
        (_first, _several, _withdrawals) = (all[0], all.Length > 1 ? all : null, withdrawals);
    }

    /// <summary>The same of figures that lie together.</summary>
    internal FigureGroup(ArraySegment<Figure> figures, IReadOnlyDictionary<long, Withdrawal>? withdrawals) =>
        (_first, _several, _withdrawals) = (figures[0], figures.Count > 1 ? [.. figures] : null, withdrawals);

    private FigureGroup(FigureGroup held, IEnumerable<Figure> more)
        : this(held.Figures.Concat(more).OrderBy(f => f.Id), held._withdrawals)
    {
    }

    // Asked of a figure, not held beside it: there are as many groups as shown figures.
    public Series Series => _first.Series;
    public string Scope => _first.Scope;

    /// <summary>As the sources say, else the indicator's; null when neither says.</summary>
    public PriceBasis? PriceBasis => _first.PriceBasis;
    public Period Period => _first.Period;
    public ValueKind Kind => _first.Kind;

    /// <summary>All figures, known or not, in the order of insertion.</summary>
    public IReadOnlyList<Figure> Figures => _several ?? [_first];

    /// <summary>The same, for who goes through them often.</summary>
    internal ReadOnlySpan<Figure> Span => _several is { } several ? several : new ReadOnlySpan<Figure>(in _first);

    /// <summary>What the group has in a series: never twice.</summary>
    internal StatementPlace Place => StatementPlace.Of(_first);

    /// <summary>The group with more figures of the same statement, none of which is withdrawn.</summary>
    internal FigureGroup With(IEnumerable<Figure> more) => new(this, more);

    /// <summary>The figure of a number; null when the group has none.</summary>
    public Figure? Find(long id)
    {
        foreach (var figure in Span)
        {
            if (figure.Id == id)
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The figure shown at a moment; null when none was known.</summary>
    public Figure? Shown(AsOf asOf)
    {
        Figure? shown = null;
        foreach (var figure in Span)
        {
            if (IsKnown(figure, asOf) && (shown is null || Precedence.Order.Compare(figure, shown) > 0))
            {
                shown = figure;
            }
        }

        return shown;
    }

    /// <summary>The figures known at a moment, each with whether it is shown and, if not, until when it was.</summary>
    public IEnumerable<Vintage> Known(AsOf asOf)
    {
        if (_several is null)
        {
            return IsKnown(_first, asOf) ? [new Vintage(_first, true, null)] : [];
        }

        if (Shown(asOf) is not { } shown)
        {
            return [];
        }

        var until = ShownUntil(asOf);
        return _several.Where(f => IsKnown(f, asOf)).Select(f => f == shown
            ? new Vintage(f, true, null)
            : new Vintage(f, false, until.GetValueOrDefault(f.Id, f.KnownFrom)));
    }

    /// <summary>The figures known at a moment, in the order of insertion; without the replay that <see cref="Known"/> needs.</summary>
    public IEnumerable<Figure> KnownFigures(AsOf asOf) => _several?.Where(f => IsKnown(f, asOf)) ?? (IsKnown(_first, asOf) ? [_first] : []);

    /// <summary>True when the figure was known (and, by the other clock, recorded here) and not withdrawn.</summary>
    public bool IsKnown(Figure figure, AsOf asOf)
    {
        if (figure.KnownFrom > asOf.Moment || !asOf.Holds(figure.RecordedAt))
        {
            return false;
        }

        return _withdrawals is null
            || !_withdrawals.TryGetValue(figure.Id, out var withdrawal)
            || withdrawal.KnownFrom > asOf.Moment
            || !asOf.Holds(withdrawal.RecordedAt);
    }

    /// <summary>The withdrawal of a figure of the group; null if there is none.</summary>
    public Withdrawal? WithdrawalOf(Figure figure) => _withdrawals?.GetValueOrDefault(figure.Id);

    /// <summary>
    /// The moments at which others took the place of figures that are not shown at <paramref name="asOf"/>: for each the
    /// end of the last stretch in which it was shown, none if it never was. The group is replayed once, as the asker knows
    /// it: by the recorded clock, only what was recorded by then takes part.
    /// </summary>
    private Dictionary<long, DateTimeOffset> ShownUntil(AsOf asOf)
    {
        var held = Figures.Where(f => asOf.Holds(f.RecordedAt)).ToArray();
        var withdrawn = _withdrawals?.Where(w => asOf.Holds(w.Value.RecordedAt))
            .ToDictionary(w => w.Key, w => w.Value.KnownFrom);
        var moments = held.Select(f => f.KnownFrom).Concat(withdrawn?.Values ?? Enumerable.Empty<DateTimeOffset>())
            .Where(m => m <= asOf.Moment).Distinct().Order();

        var until = new Dictionary<long, DateTimeOffset>();
        Figure? before = null;
        foreach (var moment in moments)
        {
            var shown = held
                .Where(f => f.KnownFrom <= moment && !(withdrawn?.TryGetValue(f.Id, out var from) == true && from <= moment))
                .Max(Precedence.Order);
            if (before is not null && shown?.Id != before.Id)
            {
                until[before.Id] = moment;
            }

            before = shown;
        }

        return until;
    }
}
