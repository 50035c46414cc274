using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Forms;

/// <summary>One state of a form. Only ever inserted.</summary>
internal sealed class FormVersionEntity
{
    /// <summary>The form.</summary>
    public required string FormCode { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>What it was called.</summary>
    public required string Name { get; init; }

    /// <summary>And in English.</summary>
    public string? NameEn { get; init; }

    /// <summary>The stage of its figures.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Who; null for a form that came by another way than its page.</summary>
    public Guid? ChangedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why; null for the first.</summary>
    public string? Reason { get; init; }

    /// <summary>The form.</summary>
    public FormEntity Form { get; init; } = null!;

    /// <summary>Who.</summary>
    public User? Author { get; init; }

    /// <summary>What it asks.</summary>
    public ICollection<FormRowEntity> Rows { get; init; } = [];
}
