using System.Collections.Immutable;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Web.Browse.Figures;

/// <summary>Where one figure comes from, and every other version of the same statement, at one moment.</summary>
public sealed class FigureModel
{
    /// <summary>How many other statements of the source the page shows; the rest is on the page of the source.</summary>
    public const int MaxSiblings = 12;

    private FigureModel(Snapshot snapshot, BookView view, FigureGroup group, Figure figure)
    {
        (Figure, Group) = (figure, group);
        Withdrawal = group.WithdrawalOf(figure) is { } withdrawal && withdrawal.KnownFrom <= view.AsOf.Moment
            && view.AsOf.Holds(withdrawal.RecordedAt) ? withdrawal : null;
        Shown = group.Shown(view.AsOf);
        Vintages = [.. group.Known(view.AsOf).OrderBy(v => v.Figure.Stage.Number()).ThenBy(v => v.Figure.KnownFrom).ThenBy(v => v.Figure.Id)];
        IsKnown = group.IsKnown(figure, view.AsOf);
        Findings = IsKnown ? [.. snapshot.Rules.Findings(view, figure)] : [];
        Conflicts = [.. ConflictsAround.Of(snapshot, view, figure.Series.Indicator, figure.Series.Unit).Where(c => c.Figures.Any(f => f.Id == figure.Id))];
        Source = SourceText.Read(figure.SourceText);
        Origins = snapshot.Origins;
        Corrected = snapshot.CorrectionOf(figure, view.AsOf)?.Figure;
        var siblings = snapshot.Figures.Citing(figure.Source.Id).SelectMany(h => h.Groups)
            .SelectMany(g => g.Figures.Where(f => f.Source.Id == figure.Source.Id && f.Id != figure.Id && g.IsKnown(f, view.AsOf)))
            .OrderByDescending(f => f.Quote is not null && f.Quote == figure.Quote)
            .ThenByDescending(f => f.Series.Unit.Code == figure.Series.Unit.Code)
            .ThenBy(f => f.Series.Indicator.Order)
            .ThenByDescending(f => f.Period.End)
            .ToArray();
        (Siblings, SiblingCount) = ([.. siblings.Take(MaxSiblings)], siblings.Length);
    }

    public Figure Figure { get; }

    /// <summary>The statement: all figures of the same series, scope, price basis, period and kind.</summary>
    public FigureGroup Group { get; }

    /// <summary>False while the figure was not yet known at the moment asked for, or after it was withdrawn.</summary>
    public bool IsKnown { get; }

    /// <summary>Its withdrawal, if it is in force at the moment.</summary>
    public Withdrawal? Withdrawal { get; }

    /// <summary>The figure of the statement that is shown; null when none is known.</summary>
    public Figure? Shown { get; }

    /// <summary>True when this figure is the one shown.</summary>
    public bool IsShown => Shown?.Id == Figure.Id;

    /// <summary>All versions of the statement known at the moment, by stage, then known from.</summary>
    public IReadOnlyList<Vintage> Vintages { get; }

    /// <summary>Where it comes from, if it was entered and released here; null for a figure of a document.</summary>
    public FigureOrigin? Origin => OriginOf(Figure);

    /// <summary>The figure that the same return has put in its place; null when it was not corrected.</summary>
    public Figure? Corrected { get; }

    /// <summary>The rules that it breaks.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The conflicts it takes part in.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; }

    /// <summary>The citation in its parts.</summary>
    public SourceText Source { get; }

    /// <summary>Other figures of the same source: those of the same sentence first, then of the same unit.</summary>
    public IReadOnlyList<Figure> Siblings { get; }

    /// <summary>How many there are in all.</summary>
    public int SiblingCount { get; }

    private ImmutableDictionary<long, FigureOrigin> Origins { get; }

    /// <summary>Where a figure comes from, if it was entered and released here.</summary>
    public FigureOrigin? OriginOf(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Origins.GetValueOrDefault(figure.Id);
    }

    /// <summary>The page of a figure; null if there is none of the identifier.</summary>
    /// <param name="snapshot">Everything there is.</param>
    /// <param name="view">What is shown at the moment asked for.</param>
    /// <param name="key">The identifier of the API: <c>f</c> and ten digits.</param>
    public static FigureModel? Find(Snapshot snapshot, BookView view, string key)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(key);
        return Figure.IdOf(key) is { } id && snapshot.Figures.GroupOf(id) is { } group
                ? new(snapshot, view, group, group.Find(id)!)
                : null;
    }
}
