using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Supervision;

/// <summary>佐证材料 of a notice: a file of the unit that leads it, or a picture of those who checked it on site.</summary>
/// <param name="File">What it is.</param>
/// <param name="AddedBy">Who added it.</param>
/// <param name="AddedAt">When.</param>
public sealed record NoticeEvidence(Evidence File, Person AddedBy, DateTimeOffset AddedAt);
