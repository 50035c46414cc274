using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>The words of reviews, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class ReviewText(IStringLocalizer<ReviewText> text)
{
    /// <summary>2025年里程碑, 2026年三季度.</summary>
    public static string Subject(ReviewSubject subject) => subject.Name(Languages.IsEnglish);

    /// <summary>达成, 基本达成, 未达成.</summary>
    public static string Verdict(ReviewVerdict verdict) => VerdictAnchors.Name(verdict, Languages.IsEnglish);

    /// <summary>认账, 退回, 再办.</summary>
    public static string Decision(ReviewDecision decision) => VerdictAnchors.Name(decision, Languages.IsEnglish);

    /// <summary>产业能级.</summary>
    public static string Dimension(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Languages.IsEnglish ? dimension.NameEn ?? dimension.FullName : dimension.FullName;
    }

    /// <summary>2026-10-12.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>办理中, 已办结, 不再办理.</summary>
    public string State(MatterState state) => text[$"Matter{state}"];

    /// <summary>一般, 重大.</summary>
    public string Grade(MatterGrade grade) => text[$"Grade{grade}"];

    /// <summary>动态验证码, 通行密钥.</summary>
    public string Factor(SignatureFactor factor) => text[$"Factor{factor}"];

    /// <summary>准备中, 待签字, 已签3/7, 已签完.</summary>
    /// <param name="review">The review.</param>
    /// <param name="dimensions">How many dimensions there are.</param>
    public string State(PlanReview review, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(review);
        var signed = review.Verdicts.Count();
        return signed > 0 ? text["StateSigned", signed, dimensions] : text[review.Pack is null ? "StatePreparing" : "StateFrozen"];
    }

    /// <summary>What is wrong, in one sentence.</summary>
    /// <param name="fault">What.</param>
    /// <param name="plan">The plan, with the names of the dimensions.</param>
    public string Fault(ReviewFault fault, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(plan);
        var sentence = text[$"Fault{fault.Reason}", VerdictEntry.MaxLength, MatterEntry.MaxLength, ReviewRules.MaxDays].Value;
        return fault.Dimension is not { } code ? sentence
            : text["Of", plan.Dimension(code) is { } dimension ? Dimension(dimension) : code, sentence].Value;
    }

    /// <summary>Why nothing was done, in words; null where it was.</summary>
    public string? Of(ReviewOutcome outcome, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Faults.Count > 0 ? string.Join(' ', outcome.Faults.Select(f => Fault(f, plan)))
            : outcome.Refusal is not { } why ? null
            : text[why is ChangeRefusal.WrongRole or ChangeRefusal.NotFound or ChangeRefusal.Stale ? $"Refusal{why}" : "RefusalOther"].Value;
    }

    /// <summary>What the page of a pack has changed since he saw it.</summary>
    public string Changed => text["RefusalStale"];
}
