using System.Diagnostics;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

/// <summary>All lights as of past days, of plans with 20 years of quarterly reports; the figures of 156 targets are of every quarter too.</summary>
internal static class LightBench
{
    private const int Tasks = 39;
    private const int TargetsOfTask = 4;
    private static readonly Quarter[] Quarters = [.. Enumerable.Range(2015, 20).SelectMany(y => Enumerable.Range(1, 4).Select(q => new Quarter(y, q)))];

    public static void Run()
    {
        Measure("39 tasks, 180 work items, 20 years of quarters", City(180));
        Measure("39 tasks of 180 work items each, 20 years of quarters", City(Tasks * 180));

        City[] cities = [.. Enumerable.Range(0, 100).Select(_ => City(180))];
        var asOf = At("2030-08-01");
        foreach (var city in cities) city.Lights(asOf);
        var best = double.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var city in cities) city.Lights(At($"203{run}-08-01"));
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"100 cities of 39 tasks, 180 work items, 20 years of quarters: {best:F0} ms for all lights as of a past day, one after another");
    }

    private static void Measure(string what, City city)
    {
        for (var warm = 0; warm < 20; warm++) city.Lights(At($"20{20 + (warm % 15)}-05-20"));
        List<double> plan = [], all = [];
        for (var run = 0; run < 50; run++)
        {
            var asOf = At($"20{18 + (run % 16)}-0{1 + (run % 9)}-20");
            var watch = Stopwatch.StartNew();
            city.Plan.At(asOf);
            plan.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            city.Lights(asOf);
            all.Add(watch.Elapsed.TotalMilliseconds);
        }

        all.Sort();
        plan.Sort();
        Console.WriteLine($"{what}: all lights as of a past day {all[25]:F1} ms (median; least {all[0]:F1} ms), of it the plan {plan[25]:F1} ms");
    }

    private static City City(int items)
    {
        var statements = new List<PlanStatement>();
        var article = Of([.. Enumerable.Range(1, Tasks).Select(n => Task(n))]);
        for (var i = 0; i < items; i++)
        {
            var (task, number) = ((i % Tasks) + 1, (i / Tasks) + 1);
            statements.Add(new WorkItemStatement
            {
                Task = task,
                Number = number,
                Text = "具体工作",
                Start = new(new(2015, 1, 1)),
                Due = new(new(2034, 12, 31)),
                Path = [new(new(2020, 4), 25), new(new(2025, 4), 50)],
                Origin = Origin(statements.Count + 1, "2015-01-05"),
            });
            foreach (var (quarter, at) in Quarters.Select((q, at) => (q, at)))
            {
                statements.Add(new ProgressStatement
                {
                    Task = task,
                    Item = number,
                    Quarter = quarter,
                    Percent = at * ((i % 5) + 6) / 10,
                    Origin = Origin(statements.Count + 1, quarter.LastDay.AddDays(8).ToString("yyyy-MM-dd", null)),
                });
            }
        }

        var made = new HandMade();
        for (var t = 0; t < Tasks * TargetsOfTask; t++)
        {
            var indicator = HandMade.Gdp with { Code = $"i{t}", Type = t % 3 == 0 ? IndicatorType.Stock : IndicatorType.Flow };
            var measure = t % 4 == 0 ? Domain.Indicators.Measure.Yoy : Domain.Indicators.Measure.Level;
            foreach (var quarter in Quarters)
            {
                var period = indicator.Type == IndicatorType.Stock ? Period.Point(quarter.LastDay) : Period.Ytd(quarter.Year, 3 * quarter.Number);
                made.Add(period, 100 + quarter.Year - 2015 + (quarter.Number * t % 7), indicator, measure: measure);
            }

            var year = 2015 + (t % 20);
            var target = made.Add(Period.FullYear(year), 130, indicator, measure: measure, kind: ValueKind.Target, known: "2015-01-05");
            statements.Add(new CommitmentStatement
            {
                Target = Commitment(target).Target,
                Task = (t % Tasks) + 1,
                Origin = Origin(statements.Count + 1, "2015-01-05"),
            });
        }

        return new(PlanBook.Of(article, statements), made.Book);
    }
}

/// <summary>What the lights of a city are computed from.</summary>
internal sealed record City(PlanBook Plan, FigureBook Figures)
{
    public LightBoard Lights(AsOf asOf) => LightBoard.Of(Plan.At(asOf), Figures.At(asOf), LightSettings.Default, [], asOf);
}
