using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>通知: what somebody should know of.</summary>
public sealed record Message
{
    public required long Id { get; init; }
    public required MessageKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The return that it is about; null if there is none.</summary>
    public int? Return { get; init; }

    /// <summary>The name of its form, in Chinese; null without a return.</summary>
    public string? Form { get; init; }
    public string? FormEn { get; init; }

    /// <summary>The department whose return or check-in it is; null without either.</summary>
    public string? Department { get; init; }

    /// <summary>The quarter of the return or check-in; null without either.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>When the return is due; null without a return.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who mentioned the reader; null if there is nobody.</summary>
    public string? By { get; init; }

    /// <summary>What was said: the comment, or why figures were corrected.</summary>
    public string? Text { get; init; }

    /// <summary>The indicators whose figures the reader had taken away; null if there is none.</summary>
    public string? Exported { get; init; }

    /// <summary>The indicators whose figures the reader had before him when he released a return; null if there is none.</summary>
    public string? Reviewed { get; init; }

    /// <summary>The indicators whose figures the reader had used and that were withdrawn; null if there is none.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>The work items of which a check-in came back or was missed: 3/2、3/4; null where it is about none.</summary>
    public string? CheckIns { get; init; }

    /// <summary>The number of the notice (督办单) that it is about: 2026-012; null where it is about none.</summary>
    public string? Notice { get; init; }

    /// <summary>What was done about the notice, or the rung that it climbed, as a code; null where it is about none, or was just issued.</summary>
    public string? Act { get; init; }

    /// <summary>What it is about, where that is none of the above; null else.</summary>
    public ConcernKind? Concern { get; init; }

    /// <summary>What it is about, by name: a work item, a target, a review. In Chinese, as the plan has it; null for nothing.</summary>
    public string? About { get; init; }

    /// <summary>By when, or until when it holds; null where no day is said.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>每周提要; null for all other kinds.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Whose account it is about; null where it is about none, or about the reader's own.</summary>
    public string? Person { get; init; }

    public bool IsRead { get; init; }
}
