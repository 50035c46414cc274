using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>What a security administrator has asked for over an account, and what became of it.</summary>
internal sealed class AccountRequestEntity
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>What is asked for.</summary>
    public required AccountRequestKind Kind { get; init; }

    /// <summary>Whom it is about; null for a user who is yet to be entered.</summary>
    public Guid? UserId { get; set; }

    /// <summary>The name he signs in with.</summary>
    public required string UserName { get; init; }

    /// <summary>The name people know him by.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What he is to be allowed.</summary>
    public required Role Role { get; init; }

    /// <summary>The department he is to act for; null if there is none.</summary>
    public string? DepartmentCode { get; init; }

    /// <summary>Where single sign-on is to find him; null if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>Who asks.</summary>
    public required Guid RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What became of it.</summary>
    public required AccountRequestState State { get; set; }

    /// <summary>Who decided; null while nobody has, and where its time had come.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>When it was decided; null while it is not.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>When whoever asked fetched the link that it brought about; null if he has not.</summary>
    public DateTimeOffset? LinkAt { get; set; }

    /// <summary>Whom it is about; null for a user who is yet to be entered.</summary>
    public User? User { get; init; }

    /// <summary>Who asks.</summary>
    public User Requester { get; init; } = null!;
}
