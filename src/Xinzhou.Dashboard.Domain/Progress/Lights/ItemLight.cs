using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>The light of a work item: the first rule that fits (CONTRACTS, 7).</summary>
internal readonly struct ItemLight
{
    private readonly WorkItem _item;
    private readonly LightSettings _settings;
    private readonly DateOnly _day;

    private ItemLight(WorkItem item, LightSettings settings, DateOnly day) => (_item, _settings, _day) = (item, settings, day);

    public static Light Of(WorkItem item, LightSettings settings, DateOnly day) => new ItemLight(item, settings, day).Judge();

    private Light Judge()
    {
        var (start, due, latest) = (_item.Start?.Day, _item.Due?.Day, _item.Latest);
        var inputs = new ItemInputs
        {
            Day = _day,
            Start = start,
            Due = due,
            DaysLeft = due?.DayNumber - _day.DayNumber,
            Quarter = latest?.Quarter,
            Percent = latest?.Percent,
            Report = latest?.Origin.Id,
        };

        if (DoneSince() is { } since)
        {
            return Light(LightColour.Green, since.LastDay > due ? LightReason.DoneLate : LightReason.Done, inputs with { DoneSince = since });
        }

        if (start is not { } from || due is not { } by) return Light(LightColour.Grey, LightReason.NoDeadline, inputs);
        if (_day < from) return Light(LightColour.Grey, LightReason.NotStarted, inputs);
        if (_day > by)
        {
            var ended = Quarter.Of(by);
            if (ended.LastDay != by) return Light(LightColour.Red, LightReason.Overdue, inputs);
            if (IsReportDue(ended)) return Light(LightColour.Red, LightReason.Overdue, inputs with { ReportDue = ReportDue(ended) }, Days(_settings.ReportDays));
        }

        var owed = LatestReportDue(from);
        if (owed is { } quarter) inputs = inputs with { ReportQuarter = quarter, ReportDue = ReportDue(quarter) };
        if (owed is { } expected && !IsReported(expected))
        {
            return Light(LightColour.Grey, LightReason.NothingReported, inputs, Days(_settings.ReportDays));
        }

        if (latest is null) return Light(LightColour.Grey, LightReason.NoReportDue, inputs, Days(_settings.ReportDays));
        if (inputs.DaysLeft <= _settings.DueSoonDays) return Light(LightColour.Blue, LightReason.DueSoon, inputs, Days(_settings.DueSoonDays));

        var planned = PlannedProgress.At(_item, latest.Quarter.LastDay)!.Value;
        var deviation = latest.Percent - planned;
        return Light(
            Deviation.Colour(deviation, _settings),
            LightReason.Deviation,
            inputs with { Planned = planned, Path = _item.Path, Deviation = deviation },
            Deviation.Thresholds(_settings),
            Deviation.Rounded(deviation));
    }

    /// <summary>The first of the unbroken latest reports of 100; null where the latest is none.</summary>
    private Quarter? DoneSince()
    {
        Quarter? since = null;
        for (var i = _item.Progress.Count - 1; i >= 0 && _item.Progress[i].Percent == 100; i--) since = _item.Progress[i].Quarter;
        return since;
    }

    /// <summary>The latest quarter that ended after the start and whose report is due; null if there is none.</summary>
    private Quarter? LatestReportDue(DateOnly start)
    {
        var last = _day.DayNumber - _settings.ReportDays - 1;
        if (last <= start.DayNumber) return null;
        var quarter = Quarter.Of(DateOnly.FromDayNumber(last));
        if (quarter.LastDay.DayNumber > last)
        {
            if (quarter is { Year: 1, Number: 1 }) return null;
            quarter = quarter.Previous;
        }

        return quarter.LastDay > start ? quarter : null;
    }

    private bool IsReported(Quarter quarter)
    {
        for (var i = _item.Progress.Count - 1; i >= 0 && _item.Progress[i].Quarter.LastDay >= quarter.LastDay; i--)
        {
            if (_item.Progress[i].Quarter == quarter) return true;
        }

        return false;
    }

    private bool IsReportDue(Quarter quarter) => _day.DayNumber > quarter.LastDay.DayNumber + _settings.ReportDays;

    private DateOnly ReportDue(Quarter quarter) => DateOnly.FromDayNumber(quarter.LastDay.DayNumber + _settings.ReportDays + 1);

    private static LightThresholds Days(int days) => new(LightScale.Days, null, null, days);

    private Light Light(LightColour colour, LightReason reason, ItemInputs inputs, LightThresholds? thresholds = null, decimal? value = null) => new()
    {
        Subject = LightSubject.OfItem(_item.Task, _item.Number),
        Computed = colour,
        Reason = reason,
        Inputs = inputs,
        Thresholds = thresholds,
        Value = value,
    };
}
