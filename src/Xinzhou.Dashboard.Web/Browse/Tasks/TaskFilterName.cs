
namespace Xinzhou.Dashboard.Web.Browse.Tasks;

/// <summary>What the board can be narrowed by; the address writes the names in lower case.</summary>
public enum TaskFilterName
{
    /// <summary>方面: the code of an aspect, or <c>other</c> for the tasks of the unnamed ones.</summary>
    Aspect,

    /// <summary>能级: the code of a dimension.</summary>
    Dimension,

    /// <summary>标题: <c>official</c> or <c>provisional</c>.</summary>
    Title,

    /// <summary>内容: <c>from-article</c> or <c>placeholder</c>.</summary>
    Content,

    /// <summary>亮灯: the code of a colour.</summary>
    Light,

    /// <summary>牵头单位: the code of a department, or <c>none</c> for the tasks without one.</summary>
    Lead,

    /// <summary>完成时限: <c>month</c>, <c>quarter</c>, <c>year</c> or <c>overdue</c>.</summary>
    Due,
}
