using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Forms;

/// <summary>A form and the version that returns are opened with now.</summary>
internal sealed class FormEntity
{
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; init; }

    /// <summary>Its name now.</summary>
    public required string Name { get; set; }

    /// <summary>Its English name now.</summary>
    public string? NameEn { get; set; }

    /// <summary>The stage of the figures that a released return gives.</summary>
    public required Stage Stage { get; set; }

    /// <summary>False when no more returns are opened.</summary>
    public required bool Active { get; set; }

    /// <summary>The version that returns are opened with.</summary>
    public required int Version { get; set; }

    /// <summary>All its versions.</summary>
    public ICollection<FormVersionEntity> Versions { get; init; } = [];

    /// <summary>Who reports it, or did.</summary>
    public ICollection<FormDepartmentEntity> Departments { get; init; } = [];
}
