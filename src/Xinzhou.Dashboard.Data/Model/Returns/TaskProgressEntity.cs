using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>The released progress of a key task. Only ever inserted.</summary>
internal sealed class TaskProgressEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The task.</summary>
    public required int TaskNumber { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>0–100.</summary>
    public required decimal Percent { get; init; }

    /// <summary>What is said about it.</summary>
    public string? Text { get; init; }

    /// <summary>The return that it came out of.</summary>
    public required int ReturnId { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid EnteredBy { get; init; }

    /// <summary>Who released it: somebody else.</summary>
    public required Guid ReleasedBy { get; init; }

    /// <summary>When it was released.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The return that it came out of.</summary>
    public ReturnEntity Return { get; init; } = null!;

    /// <summary>Who entered it.</summary>
    public User Reporter { get; init; } = null!;

    /// <summary>Who released it.</summary>
    public User Reviewer { get; init; } = null!;
}
