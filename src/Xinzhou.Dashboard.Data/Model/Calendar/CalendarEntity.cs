using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Model.Calendar;

/// <summary>A form that is asked for in a quarter.</summary>
internal sealed class CalendarEntity
{
    /// <summary>The form.</summary>
    public required string FormCode { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>When it opens, is due and closes.</summary>
    public required ReturnDates Dates { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The form.</summary>
    public FormEntity Form { get; init; } = null!;
}
