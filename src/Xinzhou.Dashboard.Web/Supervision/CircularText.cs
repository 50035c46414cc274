using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>The words of the monthly circular, in the language of the page.</summary>
/// <param name="words">The words of notices.</param>
/// <param name="text">The words.</param>
public sealed class CircularText(NoticeText words, IStringLocalizer<CircularText> text)
{
    /// <summary>2026年11月, November 2026.</summary>
    /// <param name="first">The first day of the month.</param>
    public static string Month(DateOnly first) => Languages.IsEnglish
        ? first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{first.Year}年{first.Month}月");

    /// <summary>交办, 到期, 销号, 按期销号, 逾期, 未销号.</summary>
    public string Count(CircularCount count) => text[$"Count{count}"];

    /// <summary>What counts as one of it.</summary>
    public string Means(CircularCount count) => text[$"Means{count}"];

    /// <summary>What the rows of a group are of: 单位, 等级.</summary>
    public string Group(CircularGroup group) => text[$"Group{group}"];

    /// <summary>What a row is of: 全部, the name of a unit, a grade.</summary>
    public string Row(CircularRow row, CityPlan plan)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(plan);
        return row.Group switch
        {
            CircularGroup.Department => plan.DepartmentName(row.Key!),
            CircularGroup.Grade => words.Grade(Code.Parse<MatterGrade>(row.Key!)),
            _ => text["All"],
        };
    }
}
