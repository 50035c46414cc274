using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Conduct;

/// <summary>履职: how a unit did what fell due in a quarter.</summary>
/// <param name="Quarter">The quarter: 2026-Q3.</param>
/// <param name="Department">The name of the unit.</param>
/// <param name="Due">How much fell due: returns, check-ins and steps of notices.</param>
/// <param name="OnTime">How much of it was done by its time.</param>
/// <param name="OnTimeRate">按期率, in %, to one decimal; null where nothing fell due.</param>
/// <param name="Late">逾期: what was done after its time, or is not done and the time is over.</param>
/// <param name="DaysLate">逾期天数: the working days of everything that is late together.</param>
/// <param name="SentBack">退回: what was sent back in the quarter.</param>
/// <param name="CheckInsMissed">进展未报: check-ins that were not sent two working days after their day.</param>
/// <param name="NoticesLate">督办逾期: notices to be settled in the quarter of which something is overdue, or that were settled late.</param>
/// <param name="NoticesClosedInTime">按期办结销号: notices to be settled in the quarter that were settled by their day and are closed.</param>
/// <param name="RedLights">红灯: what is red at the end of the quarter, or at the moment where that comes first.</param>
/// <param name="Lights">The lights of the work items that it leads and the targets that it owns, at that moment.</param>
/// <param name="Score">The score, unrounded; null where no administrator has entered a rule.</param>
public sealed record ConductItem(
    string Quarter,
    string Department,
    int Due,
    int OnTime,
    decimal? OnTimeRate,
    ConductCountItem Late,
    int DaysLate,
    ConductCountItem SentBack,
    ConductCountItem CheckInsMissed,
    ConductCountItem NoticesLate,
    ConductCountItem NoticesClosedInTime,
    ConductCountItem RedLights,
    LightCountsItem Lights,
    decimal? Score)
{
    internal static readonly IReadOnlyList<CsvColumn<ConductItem>> Columns =
    [
        new("quarter", c => c.Quarter),
        new("department", c => c.Department),
        new("due", c => c.Due.Cell()),
        new("onTime", c => c.OnTime.Cell()),
        new("onTimeRate", c => c.OnTimeRate.Cell()),
        .. CountOf("late", c => c.Late),
        new("daysLate", c => c.DaysLate.Cell()),
        .. CountOf("sentBack", c => c.SentBack),
        .. CountOf("checkInsMissed", c => c.CheckInsMissed),
        .. CountOf("noticesLate", c => c.NoticesLate),
        .. CountOf("noticesClosedInTime", c => c.NoticesClosedInTime),
        .. CountOf("redLights", c => c.RedLights),
        .. LightCountsItem.ColumnsIn<ConductItem>("lights", c => c.Lights),
        new("score", c => c.Score.Cell()),
    ];

    /// <param name="quarter">The quarter.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="rule">The rule of scores; null where there is none.</param>
    internal static ConductItem Of(Quarter quarter, UnitConduct unit, AssessmentRule? rule) => new(
        quarter.Code,
        unit.Unit.Name,
        unit.Due,
        unit.OnTime,
        unit[ConductMeasure.OnTimeRate],
        ConductCountItem.Of(unit, ConductMeasure.Late),
        unit.Rows(ConductMeasure.DaysLate).Sum(r => r.DaysLate),
        ConductCountItem.Of(unit, ConductMeasure.SentBack),
        ConductCountItem.Of(unit, ConductMeasure.CheckInsMissed),
        ConductCountItem.Of(unit, ConductMeasure.NoticesLate),
        ConductCountItem.Of(unit, ConductMeasure.NoticesClosedInTime),
        ConductCountItem.Of(unit, ConductMeasure.RedLights),
        LightCountsItem.Of(unit.Lights),
        rule?.Score(unit).Total);

    private static CsvColumn<ConductItem>[] CountOf(string name, Func<ConductItem, ConductCountItem> of) =>
        [new($"{name}.count", c => of(c).Count.Cell()), new($"{name}.subjects", c => of(c).Subjects.Cell())];
}
