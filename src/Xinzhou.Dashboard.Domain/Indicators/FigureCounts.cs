namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>The figures of one moment, counted.</summary>
public sealed record FigureCounts
{
    /// <summary>Figures known, of all vintages.</summary>
    public int Known { get; private init; }

    /// <summary>Those of them that are expected or aimed at: forecasts and targets.</summary>
    public int Expected { get; private init; }

    /// <summary>Documents that the known figures come from.</summary>
    public int Sources { get; private init; }

    /// <summary>Figures shown.</summary>
    public int Shown { get; private init; }

    /// <summary>Shown figures of stage flash or preliminary.</summary>
    public int Preliminary { get; private init; }

    /// <summary>Shown figures whose source names no stage.</summary>
    public int StageUnstated { get; private init; }

    /// <summary>Shown figures whose source names no year.</summary>
    public int YearInferred { get; private init; }

    /// <summary>Shown figures whose day of publication is not stated.</summary>
    public int DayUnstated { get; private init; }

    /// <summary>Shown figures without the sentence of their source.</summary>
    public int Unquoted { get; private init; }

    /// <summary>How many shown figures each grade has, the most reliable first.</summary>
    public IReadOnlyList<(Reliability Grade, int Figures)> ByGrade { get; private init; } = [];

    /// <summary>Counts the figures of a moment. Looks through the whole book.</summary>
    public static FigureCounts Of(BookView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (known, expected, sources) = (0, 0, new HashSet<int>());
        foreach (var figure in view.Book.Histories.SelectMany(view.KnownFigures))
        {
            known++;
            if (figure.Kind is ValueKind.Forecast or ValueKind.Target) expected++;
            sources.Add(figure.Source.Id);
        }

        var shown = view.Book.Histories.SelectMany(view.Shown).ToArray();
        return new()
        {
            Known = known,
            Expected = expected,
            Sources = sources.Count,
            Shown = shown.Length,
            Preliminary = shown.Count(f => f.Stage is Stage.Flash or Stage.Preliminary),
            StageUnstated = shown.Count(f => f.Stage == Stage.Unstated),
            YearInferred = shown.Count(f => f.YearInferred),
            DayUnstated = shown.Count(f => f.IsDayUnstated),
            Unquoted = shown.Count(f => string.IsNullOrEmpty(f.Quote)),
            ByGrade = [.. Enum.GetValues<Reliability>().OrderDescending().Select(g => (g, shown.Count(f => f.Reliability == g)))],
        };
    }
}
