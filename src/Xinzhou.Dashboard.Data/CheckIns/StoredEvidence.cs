using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>A file as it can be taken away.</summary>
/// <param name="Evidence">What it is.</param>
/// <param name="Department">The code of the unit that added it.</param>
/// <param name="IsSent">False while it has gone along with no check-in: it is the unit's own then.</param>
public sealed record StoredEvidence(Evidence Evidence, string Department, bool IsSent);
