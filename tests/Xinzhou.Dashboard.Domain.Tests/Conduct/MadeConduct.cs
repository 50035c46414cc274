using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Tests.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Conduct;

/// <summary>Sheets made by hand, of the fourth quarter of 2026; Monday to Friday are worked.</summary>
internal static class MadeConduct
{
    public static readonly Quarter Fourth = new(2026, 4);

    public static readonly WorkingDays Week = new([]);

    /// <summary>A moment in the city.</summary>
    public static DateTimeOffset At(int month, int day, int hour) => SaidOfPlan.Day(month, day).AddHours(hour);

    /// <summary>The quarter as it was known at a moment.</summary>
    public static ConductSheet Sheet(
        DateTimeOffset moment, PlanBook? book = null, CheckInBook? checkIns = null, NoticeBook? notices = null, params ReturnRecord[] returns)
    {
        var (asOf, said) = (new AsOf(moment), book ?? SaidOfPlan.Recorded());
        var until = new AsOf(ConductFacts.UntilOf(Fourth, moment));
        var plan = said.At(until);
        return ConductSheet.Of(new()
        {
            Quarter = Fourth,
            AsOf = asOf,
            PlanBook = said,
            Plan = plan,
            Lights = LightBoard.Of(plan, FigureBook.Empty.At(until), LightSettings.Default, [], until),
            Settings = LightSettings.Default,
            CheckIns = checkIns ?? CheckInBook.Empty,
            Notices = (notices ?? NoticeBook.Empty).At(asOf, Week),
            Returns = returns,
            Days = Week,
        });
    }

    /// <summary>A return that is due on 20 October, a Tuesday, at 18:00, if nothing else is said.</summary>
    public static ReturnRecord Return(int id, string unit, DateTimeOffset? submitted, DateTimeOffset? due = null, params DateTimeOffset[] sentBack) =>
        new(id, "产业能级季度表", new(2026, 3), unit, due ?? At(10, 20, 18), submitted, sentBack);
}
