namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>Why something has no live owner.</summary>
public enum OwnerGap
{
    /// <summary>未明确牵头单位.</summary>
    NoUnit,

    /// <summary>牵头单位已撤销.</summary>
    UnitDissolved,

    /// <summary>未明确责任人. Notices go to a unit and need name nobody.</summary>
    NoPerson,

    /// <summary>责任人账号已停用: nobody of the name is active.</summary>
    PersonDisabled,

    /// <summary>责任人已调离: whoever has the name acts for another unit.</summary>
    PersonMoved,
}
