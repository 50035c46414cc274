namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// What one figure says and how its source says it: the same whether it is only read from a document or recorded. Every
/// field of a figure is here or in its <see cref="Attributes"/>, but for those that recording gives it.
/// </summary>
public abstract record FigureContent
{
    // Half of what a moment with its offset takes.
    private readonly long _knownFrom;

    public required Period Period { get; init; }

    /// <summary>The value with its published decimals, in <see cref="Uom"/>; null for a qualitative fact.</summary>
    public decimal? Value { get; init; }

    /// <summary>The words of a qualitative fact; null for a number.</summary>
    public string? Text { get; init; }

    /// <summary>The source's sentence, literally; it may be elided with ….</summary>
    public string? Quote { get; init; }

    public string? Note { get; init; }

    /// <summary>The moment from which it was publicly known.</summary>
    public required DateTimeOffset KnownFrom { get => new(_knownFrom, TimeSpan.Zero); init => _knownFrom = value.UtcTicks; }

    /// <summary>The citation as written, with origin and remarks.</summary>
    public required string SourceText { get; init; }

    /// <summary>What qualifies the value. Each attribute is a property of the figure, too, of which <c>with</c> takes another; an initializer sets this alone.</summary>
    public required FigureAttributes Attributes { get; init; }

    /// <inheritdoc cref="FigureAttributes.PeriodLabel"/>
    public string? PeriodLabel { get => Attributes.PeriodLabel; init => Attributes = Attributes with { PeriodLabel = value }; }

    /// <inheritdoc cref="FigureAttributes.YearInferred"/>
    public bool YearInferred { get => Attributes.YearInferred; init => Attributes = Attributes with { YearInferred = value }; }

    /// <inheritdoc cref="FigureAttributes.Scope"/>
    public string Scope { get => Attributes.Scope; init => Attributes = Attributes with { Scope = value }; }

    public ValueKind Kind { get => Attributes.Kind; init => Attributes = Attributes with { Kind = value }; }

    public Comparator Comparator { get => Attributes.Comparator; init => Attributes = Attributes with { Comparator = value }; }

    /// <inheritdoc cref="FigureAttributes.Uom"/>
    public string Uom { get => Attributes.Uom; init => Attributes = Attributes with { Uom = value }; }

    public Stage Stage { get => Attributes.Stage; init => Attributes = Attributes with { Stage = value }; }

    /// <inheritdoc cref="FigureAttributes.VintageLabel"/>
    public string VintageLabel { get => Attributes.VintageLabel; init => Attributes = Attributes with { VintageLabel = value }; }

    /// <inheritdoc cref="FigureAttributes.UnifiedAccounting"/>
    public bool UnifiedAccounting { get => Attributes.UnifiedAccounting; init => Attributes = Attributes with { UnifiedAccounting = value }; }

    /// <inheritdoc cref="FigureAttributes.StatedPriceBasis"/>
    public PriceBasis? StatedPriceBasis { get => Attributes.StatedPriceBasis; init => Attributes = Attributes with { StatedPriceBasis = value }; }

    public KnownFromBasis KnownFromBasis { get => Attributes.KnownFromBasis; init => Attributes = Attributes with { KnownFromBasis = value }; }

    public Reliability Reliability { get => Attributes.Reliability; init => Attributes = Attributes with { Reliability = value }; }

    /// <summary>What it says: value, unit, comparator and words together.</summary>
    public Statement Statement
    {
        get => new(Value, Uom, Comparator, Text);
        init => (Value, Text, Attributes) = (value.Value, value.Text, Attributes with { Uom = value.Uom, Comparator = value.Comparator });
    }
}
