namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What is shown of a series from one of its changes to the next, by the clock of what was known and of all that is recorded.</summary>
internal sealed class SeriesState
{
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _until;
    private readonly DateTimeOffset _recorded;

    /// <param name="groups">All statements of the series.</param>
    /// <param name="moment">A moment at which it holds.</param>
    public SeriesState(IReadOnlyList<FigureGroup> groups, DateTimeOffset moment)
    {
        var asOf = new AsOf(moment);
        var (from, until, latest) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        var shown = new List<Figure>(groups.Count);
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            if (group.Shown(asOf) is { } figure) shown.Add(figure);
            foreach (var held in group.Span)
            {
                if (group.IsKnown(held, asOf)) Known++;
                Turn(held.KnownFrom, held.RecordedAt);
                if (group.WithdrawalOf(held) is { } withdrawal) Turn(withdrawal.KnownFrom, withdrawal.RecordedAt);
            }
        }

        (Shown, _from, _until, _recorded) = ([.. shown], from, until, latest);

        void Turn(DateTimeOffset known, DateTimeOffset recorded)
        {
            if (known <= moment) from = known > from ? known : from;
            else until = known < until ? known : until;
            if (recorded > latest) latest = recorded;
        }
    }

    /// <summary>One figure a statement of which any is known, in the order of the statements.</summary>
    public Figure[] Shown { get; }

    /// <summary>How many figures are known, of all vintages.</summary>
    public int Known { get; }

    /// <summary>True where the same is shown at a moment.</summary>
    public bool Holds(AsOf asOf) =>
        asOf.Clock == Clock.Known && _from <= asOf.Moment && asOf.Moment < _until && !(asOf.RecordedBy < _recorded);

    /// <summary>True where a moment is one of all that is recorded, and not before this one.</summary>
    public bool IsBefore(AsOf asOf) => asOf.Clock == Clock.Known && asOf.RecordedBy is null && asOf.Moment >= _until;
}
