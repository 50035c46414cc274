namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>A part of a task that no source gives and somebody here has to enter.</summary>
public enum MissingPart
{
    /// <summary>正式名称、编号.</summary>
    Title,

    /// <summary>所属方面, of a task in one of the unnamed ones.</summary>
    Aspect,

    /// <summary>牵头单位、责任人.</summary>
    LeadUnit,

    /// <summary>目标、基期.</summary>
    Target,

    /// <summary>具体工作.</summary>
    WorkItems,

    /// <summary>佐证材料.</summary>
    Evidence,
}
