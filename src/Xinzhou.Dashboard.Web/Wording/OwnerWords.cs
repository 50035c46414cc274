using Xinzhou.Dashboard.Domain.Conduct;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words of ownership (责任), in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class OwnerWords(IStringLocalizer<OwnerWords> text)
{
    /// <summary>目标, 重点任务, 具体工作, 督办单.</summary>
    public string Kind(OwnedKind kind) => text[$"Kind{kind}"];

    /// <summary>Why nobody owns it: 未明确牵头单位, 牵头单位已撤销, ….</summary>
    public string Gap(OwnerGap gap) => text[$"Gap{gap}"];
}
