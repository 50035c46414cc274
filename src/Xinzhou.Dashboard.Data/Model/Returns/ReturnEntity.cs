using Xinzhou.Dashboard.Data.Model.Calendar;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>A form that a department fills for a quarter.</summary>
internal sealed class ReturnEntity
{
    /// <summary>Given by the database.</summary>
    public int Id { get; init; }

    /// <summary>The form.</summary>
    public required string FormCode { get; init; }

    /// <summary>The version that it was opened with; the database holds it to the form.</summary>
    public required int FormVersion { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The department.</summary>
    public required string DepartmentCode { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReturnState State { get; set; }

    /// <summary>Grows with every change of state.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The first time; whether it was on time is judged by it.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>When it was last released.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>Why released figures are being corrected; null otherwise.</summary>
    public string? Correction { get; set; }

    /// <summary>When it is asked for.</summary>
    public CalendarEntity Calendar { get; init; } = null!;

    /// <summary>The form as it was opened with.</summary>
    public FormVersionEntity Form { get; init; } = null!;

    /// <summary>Who reports it.</summary>
    public FormDepartmentEntity ReportedBy { get; init; } = null!;

    /// <summary>What is entered.</summary>
    public ICollection<ReturnCellEntity> Cells { get; init; } = [];

    /// <summary>What is said about it.</summary>
    public ICollection<ReturnCommentEntity> Comments { get; init; } = [];

    /// <summary>What was submitted.</summary>
    public ICollection<ReturnSubmissionEntity> Submissions { get; init; } = [];
}
