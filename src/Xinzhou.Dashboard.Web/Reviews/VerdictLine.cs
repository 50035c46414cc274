using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What is chosen and typed of one dimension; empty where nothing is said of it.</summary>
public sealed class VerdictLine
{
    /// <summary>The code of the verdict.</summary>
    public string? Verdict { get; set; }

    /// <summary>The code of the decision.</summary>
    public string? Decision { get; set; }

    public string? Comment { get; set; }

    /// <summary>Of 再办 the code of the unit that leads.</summary>
    public string? Lead { get; set; }

    /// <summary>Of 再办 the code of the grade.</summary>
    public string? Grade { get; set; }

    /// <summary>Nothing is said of the dimension.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Verdict) && string.IsNullOrWhiteSpace(Decision) && string.IsNullOrWhiteSpace(Comment);

    /// <summary>What it says; null where verdict or decision is missing or is none.</summary>
    /// <param name="dimension">The code of the dimension.</param>
    public VerdictEntry? Entry(string dimension) =>
        Code.TryParse<ReviewVerdict>(Verdict, out var verdict) && Code.TryParse<ReviewDecision>(Decision, out var decision)
            ? new VerdictEntry(
                dimension, verdict, decision, Comment,
                decision == ReviewDecision.Redo ? new(Lead ?? "", Code.TryParse<MatterGrade>(Grade, out var grade) ? grade : MatterGrade.Ordinary) : null).Trimmed()
            : null;
}
