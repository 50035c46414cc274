using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Messages;

/// <summary>A line of a digest.</summary>
public sealed record DigestLine
{
    /// <summary>What it is about.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>Which one, as its kind names it; null where the place as a whole is meant.</summary>
    public string? Reference { get; init; }

    /// <summary>What it is called, in Chinese; null where its kind says it all.</summary>
    public string? Title { get; init; }

    /// <summary>The same in English; null where it has no English name.</summary>
    public string? TitleEn { get; init; }

    /// <summary>The name of the unit; null where the reader's own is meant, or nobody's.</summary>
    public string? Unit { get; init; }

    /// <summary>Of returns and check-ins.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>Of notices: the step that is owed.</summary>
    public NoticeStep? Step { get; init; }

    /// <summary>How many are meant; null for one.</summary>
    public int? Count { get; init; }

    /// <summary>By when; null where no day presses.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The colour that a light had; null for what is no light.</summary>
    public LightColour? From { get; init; }

    /// <summary>The colour that it has.</summary>
    public LightColour? To { get; init; }

    /// <summary>The line of a deadline.</summary>
    public static DigestLine Of(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new()
        {
            Kind = deadline.Kind,
            Reference = deadline.Reference,
            Title = deadline.Title,
            TitleEn = deadline.TitleEn,
            Unit = deadline.Unit,
            Quarter = deadline.Quarter,
            Step = deadline.Step,
            Count = deadline.Count,
            Day = deadline.Day,
        };
    }
}
