using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Calculations;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>The clock of 督查督办, computed from what is sent and the working days that are known.</summary>
public sealed class SupervisionCalculations(WorkingDays days)
{
    private static readonly Field Assigned = new("assigned", "The day of assignment, day 0.", FieldForm.Day) { IsRequired = true, Example = "\"2026-09-30\"" };

    private static readonly Field Grade = Field.OneOf<MatterGrade>("grade", "ordinary is settled in 7 days, major in a month.");

    private static readonly Field Mode = Field.OneOf<CountingMode>("mode", "Which days count.");

    private static readonly Field From = new("from", "The first day paused.", FieldForm.Day) { IsRequired = true };

    private static readonly Field To = new("to", "The last day paused; not before the first.", FieldForm.Day) { IsRequired = true };

    private static readonly Field Pauses = new("pauses", "Days that do not count, both ends included; they may overlap.", FieldForm.List)
    { Entry = [From, To], Example = """{"from": "2026-10-12", "to": "2026-10-14"}""" };

    private static readonly Field ExtendedTo = new("extendedTo",
        "An extension: replaces the day of settling, taken as it is; not before the assignment.", FieldForm.Day);

    public IEnumerable<Calculation> All =>
    [
        new("supervision/clock", "Supervision", "By when a matter under supervision (督办事项) is to be signed for, reported on and settled.",
            [Assigned, Grade, Mode, Pauses, ExtendedTo], ApiJson.Default.ClockItem, Run),
    ];

    private ClockItem? Run(BodyReader body)
    {
        var (assigned, grade, mode) = (body.Day(Assigned), body.Code<MatterGrade>(Grade), body.Code<CountingMode>(Mode));
        var (pauses, extendedTo) = (body.List<Pause>(Pauses, ReadPause), body.Day(ExtendedTo));
        if (assigned is { } day && extendedTo < day) body.Fault(ExtendedTo, NotBefore(day));
        if (body.Faults.Count > 0) return null;
        return ClockItem.Of(SupervisionClock.Run(
            new() { Assigned = assigned!.Value, Grade = grade!.Value, Mode = mode!.Value, Pauses = pauses, ExtendedTo = extendedTo }, days));
    }

    private static Pause? ReadPause(BodyReader entry)
    {
        var (from, to) = (entry.Day(From), entry.Day(To));
        if (from is not { } first || to is not { } last) return null;
        if (last < first) entry.Fault(To, NotBefore(first));
        return new(first, last);
    }

    private static string NotBefore(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"≥ {day:yyyy-MM-dd}");
}
