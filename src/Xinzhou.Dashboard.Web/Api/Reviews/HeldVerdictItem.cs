using Xinzhou.Dashboard.Web.Api.Description;

namespace Xinzhou.Dashboard.Web.Api.Reviews;

/// <summary>A signed verdict of a review.</summary>
/// <param name="Dimension">The code of the dimension.</param>
/// <param name="Verdict">达成, 基本达成 or 未达成.</param>
/// <param name="Decision">认账, 退回 or 再办.</param>
/// <param name="Comment">The comment; null if there is none.</param>
/// <param name="Notice">Of 再办 the number of the notice; else null.</param>
/// <param name="By">Who signed.</param>
/// <param name="At">When.</param>
/// <param name="Pack">The hash of the frozen pack with this signature: <c>packs/{hash}</c>.</param>
public sealed record HeldVerdictItem(
    string Dimension,
    [property: Allowed("达成", "基本达成", "未达成")] string Verdict,
    [property: Allowed("认账", "退回", "再办")] string Decision,
    string? Comment,
    string? Notice,
    string By,
    DateTimeOffset At,
    string Pack);
