using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>A notice that is half typed; kept for a lost circuit.</summary>
public sealed record IssueDraft
{
    public MatterGrade Grade { get; init; }

    public string Subject { get; init; } = "";

    public string Requirement { get; init; } = "";

    public NoticeOrigin Origin { get; init; } = NoticeOrigin.Free;

    public string Reference { get; init; } = "";

    /// <summary>The codes of the units that are to lead, each a notice of its own.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>The codes of the units that assist.</summary>
    public IReadOnlyList<string> Assisting { get; init; } = [];

    public string Person { get; init; } = "";
}
