using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Domain.Messages;

namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>What lies in the inbox of a person.</summary>
internal sealed class MessageEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it tells.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>The return that it is about; null if it is about none.</summary>
    public int? ReturnId { get; init; }

    /// <summary>What else it says.</summary>
    public required MessageDetails Details { get; init; }

    /// <summary>每周提要; null for all other kinds.</summary>
    public Digest? Digest { get; init; }

    /// <summary>When it was read; null while it is not.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When it was sent by e-mail; null while it is not.</summary>
    public DateTimeOffset? MailedAt { get; set; }

    /// <summary>Whose.</summary>
    public User User { get; init; } = null!;

    /// <summary>The return that it is about; null if it is about none.</summary>
    public ReturnEntity? Return { get; init; }
}
