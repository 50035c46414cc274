using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// A rule that figures are held to, made of a definition. Each record of rules has a public static <c>Kind</c>, its
/// <see cref="RuleKind"/>.
/// </summary>
public abstract record Rule
{
    private readonly RuleKind _kind;

    /// <param name="kind">Its kind.</param>
    /// <param name="code">Its code.</param>
    /// <param name="severity">What breaking it means for an entry.</param>
    protected Rule(RuleKind kind, string code, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(kind);
        _kind = kind;
        (Code, Severity) = (code, severity);
        (IsArithmetic, ComparesFigures) = (kind.Reach == RuleReach.Arithmetic, kind.Reach != RuleReach.SingleFigure);
        JudgesPublished = kind.JudgesPublished;
    }

    /// <summary>Its code.</summary>
    public string Code { get; init; }

    /// <summary>What breaking it means for an entry.</summary>
    public Severity Severity { get; init; }

    /// <summary>True for rules among several published figures (parts, shares, gaps): breaking one is a conflict.</summary>
    public bool IsArithmetic { get; }

    /// <summary>True for rules that compare a figure with others: they apply to shown actual figures only.</summary>
    public bool ComparesFigures { get; }

    /// <summary>False for rules that ask who enters a figure: nobody answers for what documents publish.</summary>
    public bool JudgesPublished { get; }

    /// <summary>
    /// The indicators that its definition names: what it says of a figure of one of them may depend on figures of the others.
    /// Where it names none, it looks at no other indicator than that of the figure.
    /// </summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>The numbers that it asks by, put into <see cref="Asks"/> in their order.</summary>
    protected virtual IReadOnlyList<decimal> Numbers => [];

    /// <summary>What it asks of a figure, in a few words, for who enters one.</summary>
    /// <param name="english">False for Chinese.</param>
    public string Asks(bool english) => string.Format(CultureInfo.InvariantCulture, _kind.Text("Asks", english)!, [.. Numbers.Select(n => ValueText.Number(n))]);

    /// <summary>True when the rule may apply to figures of the series; a cheap test before <see cref="Judge"/>.</summary>
    public abstract bool Concerns(Series series);

    /// <summary>The breach that a figure commits; null when it keeps the rule or an operand is not known.</summary>
    /// <param name="view">What is shown at the moment asked about.</param>
    /// <param name="figure">A figure of a series the rule concerns.</param>
    public abstract Breach? Judge(BookView view, Figure figure);

    /// <summary>What of the rule can be checked among numbers that stand in one sheet, for a series it concerns.</summary>
    public virtual IEnumerable<CellCheck> Checks(Series series) => [];

    /// <summary>The indicators whose levels make up those of a series within its unit, by this rule; empty where it says nothing of it.</summary>
    public virtual IReadOnlyList<string> PartsOf(Series series) => [];

    /// <summary>How a breach of this rule was found, for who asks why.</summary>
    /// <param name="arguments">Called with whether the sentence is English; gives what is put into it.</param>
    protected RuleMessage Why(Func<bool, object[]> arguments) => _kind.Why(arguments);

    /// <summary>A breach of this rule.</summary>
    /// <param name="operands">The other figures taking part, in the order of the formula.</param>
    /// <param name="arguments">Called with whether the sentence is English; gives what is put into it.</param>
    protected Breach Broken(IReadOnlyList<Figure> operands, Func<bool, object[]> arguments) => new(operands, _kind.Breach(arguments));
}
