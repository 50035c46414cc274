
namespace Xinzhou.Dashboard.Domain.Progress;

/// <summary>Why a light has its colour.</summary>
public enum LightReason
{
    /// <summary>缺目标: no target is known.</summary>
    NoTarget,

    /// <summary>缺基期.</summary>
    NoBaseline,

    /// <summary>未报送: nothing reported when due.</summary>
    NothingReported,
}
