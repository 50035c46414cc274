using System.Globalization;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>标志性成果.</summary>
internal static class OutcomeSheet
{
    /// <summary>In bytes of UTF-8: an outcome is found by its text.</summary>
    private const int LongestText = 6000;

    /// <summary>What a row says of an outcome; null with a fault.</summary>
    public static OutcomeStatement? Read(PlanRow row, PlanContext context)
    {
        var year = YearOf(row, context);
        if (row.Text(PlanColumns.Dimension).Length == 0)
        {
            row.Wrong(PlanColumns.Dimension, new(FaultReason.RequiredField));
        }

        var dimension = row.Known(PlanColumns.Dimension, context.Dimensions, context.UnknownDimension);
        var text = row.Key(PlanColumns.Text, LongestText);
        var owner = row.Department(PlanColumns.Owner, context.Names);
        var achieved = AchievedOf(row, context.Options.Now);
        var evidence = row.Words(PlanColumns.Evidence);
        var origin = OriginFields.Of(row, context.Options);
        return year is null || dimension is null || text is null || origin is null ? null : new()
        {
            Origin = origin,
            Year = year.Value,
            Dimension = dimension,
            Text = context.AsHeld(year.Value, dimension, text),
            Owner = owner,
            Achieved = achieved,
            Evidence = evidence,
        };
    }

    private static int? YearOf(PlanRow row, PlanContext context)
    {
        var text = row.Text(PlanColumns.Year);
        if (text.Length == 0)
        {
            row.Wrong(PlanColumns.Year, new(FaultReason.RequiredField));
            return null;
        }

        var plain = PlainField.Compact(text);
        if (!PlainText.HasMark(text) && int.TryParse(plain.EndsWith('年') ? plain[..^1] : plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && context.Options.Plan.Milestones.Any(m => m.Year == year))
        {
            return year;
        }

        row.Wrong(PlanColumns.Year, context.UnknownMilestone);
        return null;
    }

    private static PlanDay? AchievedOf(PlanRow row, DateTimeOffset now)
    {
        var text = row.Text(PlanColumns.Achieved);
        if (text.Length == 0)
        {
            return null;
        }

        if (PlanDayNotation.Read(text, isStart: false, out _) is not { Day: { } day } achieved)
        {
            row.Wrong(PlanColumns.Achieved, new(FaultReason.NotAnExactDay));
            return null;
        }

        if (day > Shanghai.DayOf(now))
        {
            row.Warn(PlanColumns.Achieved, new(FaultReason.AchievedLater));
        }

        return achieved;
    }
}
