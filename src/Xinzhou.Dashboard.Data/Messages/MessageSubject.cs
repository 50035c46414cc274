using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Messages;

/// <summary>What a message leads to.</summary>
/// <param name="Return">The number of a return; null if it is about none.</param>
/// <param name="CheckIns">The quarter of check-ins; null if it is about none.</param>
public sealed record MessageSubject(int? Return, Quarter? CheckIns)
{
    /// <summary>The number of a notice; null if it is about none.</summary>
    public NoticeNumber? Notice { get; init; }

    /// <summary>What it is about, where that is none of the above; null else.</summary>
    public ConcernKind? Concern { get; init; }

    /// <summary>Which one, as its kind names it; null where several are meant.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether it is the digest of a week.</summary>
    public bool Digest { get; init; }

    /// <summary>Whether it is about the backups.</summary>
    public bool Backups { get; init; }

    /// <summary>Whether it is about an account.</summary>
    public bool Account { get; init; }

    /// <summary>Whether it is about what a security administrator asks for over an account.</summary>
    public bool Request { get; init; }
}
