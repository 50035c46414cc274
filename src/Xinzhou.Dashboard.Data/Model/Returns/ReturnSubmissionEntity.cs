using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>What was submitted. Only ever inserted.</summary>
internal sealed class ReturnSubmissionEntity
{
    /// <summary>The return.</summary>
    public required int ReturnId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The cells as they were, as JSON.</summary>
    public required string Cells { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}
