using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>A file of a notice as it can be taken away.</summary>
/// <param name="Number">The notice.</param>
/// <param name="Evidence">What it is.</param>
/// <param name="Department">The code of the unit that added it; null where those who check on site did.</param>
public sealed record StoredNoticeEvidence(NoticeNumber Number, Evidence Evidence, string? Department);
