using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>Asks <see cref="FaultWorker"/> for the next thing about notices.</summary>
/// <param name="Key">The subject of what is issued, or the text of what is done: it is there once.</param>
/// <param name="Issues">Whether another one is issued though there are open ones.</param>
/// <param name="Office">Who issues, verifies and closes.</param>
/// <param name="Unit">Who signs and claims; his unit leads.</param>
internal sealed record NoticeOrder(string Key, bool Issues, Actor Office, Actor Unit)
{
    public const string Path = "/faults/notices";
}
