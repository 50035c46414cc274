using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Why a file was not taken as evidence, as one sentence that says what can be done.</summary>
/// <param name="settings">How large a file may be.</param>
/// <param name="text">The words.</param>
public sealed class EvidenceText(DashboardSettings settings, IStringLocalizer<EvidenceText> text)
{
    /// <summary>What is wrong with a file.</summary>
    public string Fault(EvidenceFault fault) => text[$"Evidence{fault}", settings.EvidenceMegabytes, EvidenceCheck.MaxNameLength, EvidenceCheck.MaxFiles];
}
