using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Data.Model.Judgements;

/// <summary>What the inspection office judges of a task. Only ever inserted.</summary>
internal sealed class JudgementEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>序号.</summary>
    public required int TaskNumber { get; init; }

    /// <summary>How sure it is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public required Guid JudgedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset JudgedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}
