using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>What is half typed of an act; kept for a lost circuit.</summary>
public sealed record ActDraft
{
    public NoticeAct Act { get; init; }

    public string Text { get; init; } = "";

    public string Evidence { get; init; } = "";

    /// <summary>The numbers of the files that go along.</summary>
    public IReadOnlyList<long> Files { get; init; } = [];

    public string Percent { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public EscalationLevel? Level { get; init; }

    /// <summary>The number of the last that was done and that he has seen.</summary>
    public long Seen { get; init; }

    /// <summary>The number of the last that was done when it was begun; null in a draft that does not know it: as <see cref="Seen"/>.</summary>
    public long? Begun { get; init; }
}
