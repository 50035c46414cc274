using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>A verdict of a signature. Only ever inserted.</summary>
internal sealed class ReviewVerdictEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    public required long SealId { get; init; }

    public required long ReviewId { get; init; }

    public required string DimensionCode { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    public required ReviewDecision Decision { get; init; }

    public string? Comment { get; init; }

    /// <summary>Of 再办 the unit that leads; else null.</summary>
    public string? LeadCode { get; init; }

    /// <summary>Of 再办 the grade of the notice; else null.</summary>
    public MatterGrade? Grade { get; init; }

    /// <summary>Of 再办 the notice; else null.</summary>
    public NoticeNumber? NoticeNumber { get; init; }
}
