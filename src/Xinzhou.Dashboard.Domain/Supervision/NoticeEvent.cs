using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>Something that was done about a notice. Only ever added.</summary>
public sealed record NoticeEvent
{
    /// <summary>Grows in the order of recording.</summary>
    public required long Id { get; init; }

    /// <summary>Which notice.</summary>
    public required NoticeNumber Number { get; init; }

    /// <summary>What was done.</summary>
    public required NoticeAct Act { get; init; }

    /// <summary>What was said: the feedback, the reason, the note of who went there.</summary>
    public string? Text { get; init; }

    /// <summary>佐证: what shows that it is done, in words; of a claim. Null where files do.</summary>
    public string? Evidence { get; init; }

    /// <summary>佐证材料: the files that go along with it, in the order in which they were added.</summary>
    public IReadOnlyList<NoticeEvidence> Files { get; init; } = [];

    /// <summary>0–100, of a feedback.</summary>
    public decimal? Percent { get; init; }

    /// <summary>The first day of a pause.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a pause; the date that is asked for or that holds from now on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The rung of an escalation.</summary>
    public EscalationLevel? Level { get; init; }

    /// <summary>What was late, of an escalation that came by itself.</summary>
    public NoticeStep? Step { get; init; }

    /// <summary>Who; null for what came by itself.</summary>
    public Person? By { get; init; }

    /// <summary>When it was done and recorded.</summary>
    public required DateTimeOffset At { get; init; }
}
