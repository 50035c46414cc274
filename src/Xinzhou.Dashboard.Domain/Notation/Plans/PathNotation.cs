using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>A planned progress as the plan's file writes it: <c>2026-Q2:25, 2026-Q4:60</c>.</summary>
public static partial class PathNotation
{
    /// <summary>The points in the order of their quarters; null and what is wrong when they are none, or do not rise.</summary>
    public static IReadOnlyList<PlanPoint>? Read(string text, out Wrong? wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        var points = new List<PlanPoint>();
        wrong = null;
        foreach (var part in Separators().Split(text).Where(p => !string.IsNullOrWhiteSpace(p)))
        {
            if (part.Split([':', '：']) is not [var quarter, var percent] || QuarterNotation.Read(quarter) is not { } at || PlainField.Number(percent, out _) is not { } number)
            {
                wrong = new(FaultReason.NotAPath);
                return null;
            }

            if (number is < 0 or > 100)
            {
                wrong = new(FaultReason.PercentRange);
                return null;
            }

            points.Add(new(at, number));
        }

        points.Sort((a, b) => (a.Quarter.Year, a.Quarter.Number).CompareTo((b.Quarter.Year, b.Quarter.Number)));
        if (points.Count == 0 || points.Zip(points.Skip(1)).Any(p => p.First.Quarter == p.Second.Quarter))
        {
            wrong = new(FaultReason.NotAPath);
        }
        else if (points.Zip(points.Skip(1)).Any(p => p.First.Percent >= p.Second.Percent))
        {
            wrong = new(FaultReason.PathNotRising);
        }

        return wrong is null ? points : null;
    }

    /// <summary>The points as <see cref="Read"/> reads them back; empty where there are none.</summary>
    public static string Write(IReadOnlyList<PlanPoint> points) =>
        string.Join(", ", points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Quarter.Code}:{p.Percent}")));

    [GeneratedRegex("[、；;,，\n\r]+")]
    private static partial Regex Separators();
}
