using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What a reviewer says of a dimension.</summary>
/// <param name="Dimension">能级, by its code.</param>
/// <param name="Verdict">结论.</param>
/// <param name="Decision">认账, 退回, 再办.</param>
/// <param name="Comment">Why; null where nothing is said.</param>
/// <param name="Redo">Of 再办: what the notice asks; else null.</param>
public sealed record VerdictEntry(string Dimension, ReviewVerdict Verdict, ReviewDecision Decision, string? Comment = null, RedoOrder? Redo = null)
{
    /// <summary>The greatest length of a comment.</summary>
    public const int MaxLength = 500;

    /// <summary>The same with the comment as it is kept (<see cref="PlainText.Entered"/>), and without an order that nothing asks for.</summary>
    public VerdictEntry Trimmed() => this with
    {
        Comment = PlainText.Entered(Comment)?.ReplaceLineEndings("\n"),
        Redo = Decision == ReviewDecision.Redo ? Redo : null,
    };
}
