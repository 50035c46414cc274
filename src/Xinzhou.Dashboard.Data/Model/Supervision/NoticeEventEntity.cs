using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Model.Supervision;

/// <summary>Something that was done about a notice. Only ever inserted.</summary>
internal sealed class NoticeEventEntity
{
    /// <summary>Given by the database; grows in the order of commit.</summary>
    public long Id { get; init; }

    public required NoticeNumber Number { get; init; }

    public required NoticeAct Act { get; init; }

    public string? Text { get; init; }

    /// <summary>What shows that it is done, in words; null where files do.</summary>
    public string? Evidence { get; init; }

    /// <summary>Of versions that knew one file; never written. An instance of one of them beside this one reads it.</summary>
    public byte[]? EvidenceHash { get; init; }

    /// <summary>The numbers of the files that go along.</summary>
    public long[] Files { get; init; } = [];

    /// <summary>0–100.</summary>
    public decimal? Percent { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? UntilDay { get; init; }

    public EscalationLevel? Level { get; init; }

    /// <summary>What is late, of an escalation that came by itself.</summary>
    public NoticeStep? Step { get; init; }

    /// <summary>Null for an escalation that came by itself.</summary>
    public Guid? DoneBy { get; init; }

    public required DateTimeOffset DoneAt { get; init; }

    /// <summary>Who did it; null for what came by itself.</summary>
    public User? Author { get; init; }
}
