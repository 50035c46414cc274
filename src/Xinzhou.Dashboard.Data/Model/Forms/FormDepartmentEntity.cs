using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Forms;

/// <summary>A department that reports a form.</summary>
internal sealed class FormDepartmentEntity
{
    /// <summary>The form.</summary>
    public required string FormCode { get; init; }

    /// <summary>The department.</summary>
    public required string DepartmentCode { get; init; }

    /// <summary>False when it reports it no more; its returns stay.</summary>
    public bool Active { get; set; } = true;

    /// <summary>The department.</summary>
    public Department Department { get; init; } = null!;
}
