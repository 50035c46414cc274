using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>佐证材料: a file that went along with something that was done about a notice.</summary>
/// <param name="With">What it went along with.</param>
/// <param name="Name">As its owner called it.</param>
/// <param name="Kind">What it is, by its content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">SHA-256 of its content, in lower-case hexadecimal.</param>
/// <param name="By">Who added it.</param>
/// <param name="At">When it was added.</param>
public sealed record NoticeEvidenceItem(
    [property: Codes<NoticeAct>] string With, string Name, [property: Codes<EvidenceKind>] string Kind, long Size, string Sha256, string By, DateTimeOffset At)
{
    internal static IReadOnlyList<NoticeEvidenceItem> Of(Notice notice) =>
    [
        .. notice.Files.Select(f => new NoticeEvidenceItem(
            Code.Of(f.With.Act), f.Evidence.File.Name, Code.Of(f.Evidence.File.Kind), f.Evidence.File.Size, f.Evidence.File.Hash, f.Evidence.AddedBy.Name,
            Instants.InShanghai(f.Evidence.AddedAt))),
    ];
}
