using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Lights;

/// <summary>What holds of every plan and every book of figures.</summary>
[Trait("Category", "Quick")]
public sealed class LightPropertyTests
{
    private const int Iterations = 500;

    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly Indicator[] Indicators = [HandMade.Gdp, HandMade.Capacity, HandMade.Income with { Direction = Direction.Down }];

    private static readonly Gen<DateOnly> GenDay = Gen.Int[0, 1200].Select(First.AddDays);
    private static readonly Gen<Quarter> GenQuarter = Gen.Select(Gen.Int[2023, 2027], Gen.Int[1, 4], (y, q) => new Quarter(y, q));
    private static readonly Gen<decimal> GenPercent = Gen.Int[0, 20].Select(n => n * 5m);

    private static readonly Gen<PlanStatement> GenStatement = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 3], Gen.Int[1, 3], GenDay, GenDay, GenQuarter, GenPercent, Gen.Int[0, 2]).Select(
        (kind, task, item, start, due, quarter, percent, choice) => kind switch
        {
            0 => (PlanStatement)new WorkItemStatement
            {
                Origin = Unplaced,
                Task = task,
                Number = item,
                Start = choice == 0 ? null : new(start),
                Due = choice == 1 ? new(null, "长期坚持") : new(due),
                Path = percent is > 0 and < 100 ? [new(quarter, percent)] : null,
                IsWithdrawn = percent == 100 ? true : null,
            },
            1 => new CommitmentStatement
            {
                Origin = Unplaced,
                Target = new(Indicators[choice].Code, HandMade.City.Code, $"{2024 + item}-FY", PeriodKind.Year),
                Task = task,
                Baseline = choice == 0 ? "2022" : null,
                Tolerance = choice == 1 ? percent : null,
            },
            _ => new ProgressStatement { Origin = Unplaced, Task = task, Item = item, Quarter = quarter, Percent = percent },
        });

    private static readonly Gen<Figure> GenFigure = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[2019, 2028], Gen.Int[0, 7], Gen.Int[0, 3], Gen.Int[-20, 200], Gen.Int[0, 3], Gen.Int[0, 2]).Select(
        (indicator, measure, year, period, kind, value, comparator, uom) => new HandMade().Add(
            period switch
            {
                0 => Period.Ytd(year, 3),
                1 => Period.Ytd(year, 6),
                2 => Period.BareYear(year),
                3 => Period.Point(new(year, 12, 31)),
                4 => Period.Span(year - 1, year),
                _ => Period.FullYear(year),
            },
            value,
            Indicators[indicator],
            measure: measure == 0 ? Measure.Level : Measure.Yoy,
            kind: kind switch { 0 => ValueKind.Target, 1 => ValueKind.Forecast, _ => ValueKind.Actual },
            comparator: (Comparator)comparator,
            uom: measure == 1 ? "%" : uom == 0 ? $"万{Indicators[indicator].Uom}" : null));

    private static readonly Gen<(PlanStatement[] Statements, Figure[] Figures, DateOnly Day)> GenCase =
        Gen.Select(GenStatement.Array[0, 60], GenFigure.Array[0, 40], GenDay);

    private static PlanOrigin Unplaced => Origin(0, "2024-01-01");

    [Fact]
    public void A_light_of_a_past_moment_is_what_it_was_when_the_moment_was_now() => GenCase.Sample((statements, figures, day) =>
    {
        var (said, published) = Placed(statements, figures);
        var asOf = new AsOf(Shanghai.EndOf(day));

        var past = Told(said, published, asOf);
        var then = Told(said.Where(s => s.Origin.KnownFrom <= asOf.Moment), published.Where(f => f.KnownFrom <= asOf.Moment), asOf);
        return past.SequenceEqual(then);
    }, iter: Iterations);

    [Fact]
    public void The_order_of_recording_does_not_matter() => GenCase.SelectMany(c => Gen.Shuffle(Enumerable.Range(0, c.Statements.Length + c.Figures.Length).ToArray()), (c, order) => (c, order)).Sample((c, order) =>
    {
        var (said, published) = Placed(c.Statements, c.Figures);
        var asOf = new AsOf(Shanghai.EndOf(c.Day));
        var otherSaid = said.Select((s, i) => s with { Origin = s.Origin with { Id = order[i] + 1 } });
        var otherPublished = published.Select((f, i) => f with { Id = order[said.Length + i] + 1 });

        return Told(said, published, asOf).SequenceEqual(Told(otherSaid, otherPublished, asOf));
    }, iter: Iterations);

    [Fact]
    public void A_forecast_or_another_target_never_counts_as_an_actual() => Gen.Select(GenCase, GenFigure.Array[1, 20]).Sample((c, more) =>
    {
        var (said, published) = Placed(c.Statements, c.Figures);
        var asOf = new AsOf(Shanghai.EndOf(c.Day));
        var before = Told(said, published, asOf);

        // Of targets only such of another scope, which take no other target's place.
        var added = more.Select((f, i) => f with
        {
            Id = 10_000 + i,
            Kind = i % 2 == 0 ? ValueKind.Forecast : ValueKind.Target,
            Scope = i % 2 == 0 ? "" : "另一口径",
            KnownFrom = HandMade.Day("2020-01-01"),
            Series = SeriesOf(f),
        });
        var after = Told(said, published.Concat(added), asOf);
        return before.Where(IsNoTask).SequenceEqual(after.Where(l => IsNoTask(l) && !l.Subject.Contains("另一口径", StringComparison.Ordinal)));

        // A commitment is of targets of every scope: a task takes the added ones in.
        static bool IsNoTask((string Subject, LightColour, LightReason, decimal?) light) => !light.Subject.StartsWith("tasks/", StringComparison.Ordinal);
    }, iter: Iterations);

    [Fact]
    public void The_shown_colour_of_a_task_is_never_better_than_any_of_its_parts() => GenCase.Sample((statements, figures, day) =>
    {
        var (said, published) = Placed(statements, figures);
        var board = Board(said, published, new(Shanghai.EndOf(day)));
        return board.Tasks.All(t => ((TaskInputs)t.Inputs).Parts.All(p => t.Colour.Severity() >= p.Colour.Severity()));
    }, iter: Iterations);

    private static (PlanStatement[] Statements, Figure[] Figures) Placed(PlanStatement[] statements, Figure[] figures) =>
        ([.. statements.Select((s, i) => s with { Origin = At(s.Origin, i) })],
         [.. figures.Select((f, i) => f with { Id = i + 1, Series = SeriesOf(f), KnownFrom = HandMade.Day("2024-01-01").AddDays(i * 29).AddMinutes(i), RecordedAt = HandMade.Day("2028-01-01") })]);

    // No two known from one moment: between such only the order of recording decides.
    private static PlanOrigin At(PlanOrigin origin, int index) =>
        origin with { Id = index + 1, KnownFrom = HandMade.Day("2024-01-01").AddDays(index * 19).AddMinutes(index), RecordedAt = HandMade.Day("2028-01-01") };

    private static Series SeriesOf(Figure figure) => figure.Series with
    {
        Id = (Array.FindIndex(Indicators, i => i.Code == figure.Series.Indicator.Code) * 10) + (int)figure.Series.Measure,
    };

    private static LightBoard Board(IEnumerable<PlanStatement> statements, IEnumerable<Figure> figures, AsOf asOf)
    {
        var plan = PlanBook.Of(Of(Task(1), Task(2), Task(3)), statements).At(asOf);
        return LightBoard.Of(plan, FigureBook.Of(figures, []).At(asOf), LightSettings.Default, [], asOf);
    }

    private static List<(string Subject, LightColour Colour, LightReason Reason, decimal? Value)> Told(
        IEnumerable<PlanStatement> statements, IEnumerable<Figure> figures, AsOf asOf)
    {
        var board = Board(statements, figures, asOf);
        return
        [
            .. board.Items.Concat(board.Tasks).Select(l => (l.Subject.ToString(), l.Colour, l.Reason, l.Value)),
            .. board.Targets.Select(t => ($"{t.Figure.Series.Key} {t.Figure.Period} {t.Figure.Scope}", t.Light.Colour, t.Light.Reason, t.Light.Value)),
        ];
    }
}
