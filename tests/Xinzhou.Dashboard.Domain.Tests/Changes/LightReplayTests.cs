using CsCheck;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Progress.Lights.MadePlan;

namespace Xinzhou.Dashboard.Domain.Tests.Changes;

/// <summary>What holds of all changes of every plan and every book of figures.</summary>
[Trait("Category", "Quick")]
public sealed class LightReplayTests
{
    private const int Iterations = 100;

    private static readonly DateOnly First = new(2025, 1, 1);
    private static readonly WorkingDays Calendar = ReferenceWorkingDays.Read();
    private static readonly Gen<DateOnly> GenDay = Gen.Int[0, 700].Select(First.AddDays);

    // Whole days: several things become known at one moment, and at one with the beginning of a day.
    private static readonly Gen<PlanStatement> GenStatement = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 2], Gen.Int[1, 2], GenDay, GenDay, GenDay, Gen.Int[0, 20]).Select(
        (kind, task, item, start, due, known, number) => kind switch
        {
            0 or 1 => (PlanStatement)new WorkItemStatement
            {
                Origin = From(known),
                Task = task,
                Number = item,
                Start = number % 3 == 0 ? null : new(start),
                Due = number % 4 == 0 ? null : new(due),
                IsWithdrawn = number == 20 ? true : number == 19 ? false : null,
            },
            2 => new CommitmentStatement
            {
                Origin = From(known),
                Target = new(HandMade.Gdp.Code, HandMade.City.Code, $"{2025 + item}-FY", PeriodKind.Year),
                Task = number % 3 == 0 ? 0 : task,
                Baseline = number % 2 == 0 ? "2022" : null,
            },
            _ => new ProgressStatement { Origin = From(known), Task = task, Item = item, Quarter = Domain.Time.Quarter.Of(start), Percent = number * 5m },
        });

    private static readonly Gen<(int Kind, int Year, int Value, DateOnly Known, bool IsWithdrawn)> GenFigure =
        Gen.Select(Gen.Int[0, 3], Gen.Int[2021, 2027], Gen.Int[50, 200], GenDay, Gen.Bool);

    private static readonly Gen<LightOverride> GenOverride = Gen.Select(Gen.Int[1, 2], Gen.Int[0, 2], Gen.Int[0, 4], GenDay, Gen.Int[0, 200], Gen.Bool).Select(
        (task, item, colour, at, days, isLifted) => new LightOverride(
            item == 0 ? LightSubject.OfTask(task) : LightSubject.OfItem(task, item), (LightColour)colour, "原因", at.AddDays(days), "市领导",
            Shanghai.StartOf(at), isLifted));

    private static readonly Gen<(Knowledge Known, DateOnly Since, DateOnly Until)> GenCase = Gen.Select(
        GenStatement.Array[0, 40], GenFigure.Array[0, 20], GenOverride.Array[0, 3], Gen.Select(GenDay, Gen.Int[-30, -1]).Array[0, 2], GenDay, Gen.Int[0, 250])
        .Select((said, figures, overrides, settings, since, days) => (Made(said, figures, overrides, settings), since, since.AddDays(days)));

    [Fact]
    public void Every_light_that_turned_has_a_cause() => GenCase.Sample(c =>
    {
        var list = Between(c.Known, c.Since, c.Until);
        return list.Lights.All(l =>
            l.Steps.Count > 0 && l.Steps[^1].After?.Colour == l.After.Colour && l.Steps.All(s => s.Causes.Count > 0 && s.Before?.Colour != s.After?.Colour));
    }, iter: Iterations);

    [Fact]
    public void Every_light_that_shows_another_colour_is_among_the_turned_ones_and_no_other() => GenCase.Sample(c =>
    {
        var list = Between(c.Known, c.Since, c.Until);
        var expected = list.After.Tasks.Concat(list.After.Items)
            .Where(l => list.Before.Find(l.Subject) is { } was && was.Colour != l.Colour).Select(l => l.Subject);
        return list.Lights.Select(l => l.Subject).Where(s => s.Kind != LightSubjectKind.Target).ToHashSet().SetEquals(expected);
    }, iter: Iterations);

    [Fact]
    public void No_turn_is_missed_that_a_look_at_every_day_shows() => GenCase.Sample(c =>
    {
        // Everything here happens at the beginning of a day, so that each day has one state.
        var boards = Enumerable.Range(0, c.Until.DayNumber - c.Since.DayNumber + 1).Select(d => c.Known.LightsAt(new(Shanghai.EndOf(c.Since.AddDays(d))))).ToList();
        return boards.SelectMany(b => b.Items.Concat(b.Tasks)).Select(l => l.Subject).Distinct().All(subject =>
        {
            var seen = boards.Zip(boards.Skip(1))
                .Where(p => p.First.Find(subject)?.Colour != p.Second.Find(subject)?.Colour)
                .Select(p => (p.Second.Day, p.Second.Find(subject)?.Colour));
            return LightReplay.Steps(c.Known, subject, Shanghai.EndOf(c.Since), new(Shanghai.EndOf(c.Until)))
                .Select(s => (Shanghai.DayOf(s.At), s.After?.Colour))
                .SequenceEqual(seen);
        });
    }, iter: 30);

    [Fact]
    public void The_day_on_which_an_item_is_overdue_is_looked_at_also_where_it_is_due_before_it_begins()
    {
        var known = Made([new WorkItemStatement { Origin = From(First), Task = 1, Number = 1, Start = new(new(2025, 4, 5)), Due = new(new(2025, 3, 31)) }], [], [], []);

        var steps = LightReplay.Steps(known, LightSubject.OfItem(1, 1), Shanghai.EndOf(new(2025, 4, 1)), new(Shanghai.EndOf(new(2025, 4, 30))));

        Assert.Equal((new DateOnly(2025, 4, 16), LightColour.Red), (Shanghai.DayOf(steps[^1].At), steps[^1].After!.Colour));
    }

    private static ChangeList Between(Knowledge known, DateOnly since, DateOnly until) =>
        ChangeList.Between(known, Shanghai.EndOf(since), new(Shanghai.EndOf(until)), Calendar);

    private static PlanOrigin From(DateOnly known) => PlanOrigin.NotRecorded with { KnownFrom = Shanghai.StartOf(known), RecordedAt = Shanghai.StartOf(known) };

    private static Knowledge Made(
        PlanStatement[] said, (int Kind, int Year, int Value, DateOnly Known, bool IsWithdrawn)[] figures, LightOverride[] overrides, (DateOnly Day, int Red)[] settings)
    {
        var made = new HandMade();
        foreach (var (kind, year, value, known, isWithdrawn) in figures)
        {
            var figure = made.Add(
                kind == 1 ? Period.Ytd(year, 6) : Period.FullYear(year), value, kind: kind == 0 ? ValueKind.Target : ValueKind.Actual, known: Written(known));
            if (isWithdrawn) made.Withdraw(figure, Written(known.AddDays(value)));
        }

        return new(
            PlanBook.Of(Of(Task(1), Task(2)), said.Select((s, i) => s with { Origin = s.Origin with { Id = i + 1 } })),
            made.Book,
            LightSettingsHistory.Of(settings.Select(s => new LightSettingsVersion(new() { Red = s.Red - 1, Amber = s.Red }, "管理员", Shanghai.StartOf(s.Day)))),
            [.. overrides.Select((o, i) => o with { Id = i + 1 })],
            NoticeBook.Empty);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
