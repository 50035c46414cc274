using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

/// <summary>Figures laid over a book are as good as figures in it.</summary>
public sealed class BookViewOverTests
{
    private static readonly Series Level = Series();
    private static readonly Series Growth = Series(measure: Measure.Yoy);
    private static readonly Series New = Series(Indicator("not_in_the_book")) with { Id = -1 };
    private static readonly string[] Scopes = ["", "不包括开发区"];

    private static readonly RuleBook Rules = RuleBook.Parse(
        [
            ("ytd", """{"type":"ytd_not_falling"}"""),
            ("q1", """{"type":"q1_equals_ytd"}"""),
            ("outlier", """{"type":"change_outlier","severity":"warning","bound":2,"least":8,"margin":0}"""),
            ("bound", """{"type":"growth_bound","bound":50}"""),
        ],
        new([Gdp], [Nation, Province, City]));

    private static readonly Gen<(int Year, int Time, int Scope, int Kind, int Value, int Known)> Statement =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 6], Gen.Int[0, 19], Gen.Int[0, 19], Gen.Int[1, 9999], Gen.Int[0, 1000]);

    [Fact]
    public void Rules_shown_figures_and_derived_quarters_are_those_of_a_book_that_has_the_figures() =>
        Gen.Select(Statement.Array[0, 160], Statement.Array[0, 160], Gen.Int[0, 159].Array[0, 5], Statement.Array[1, 4], Statement.Array[0, 2]).Sample(
            (levels, growth, withdrawn, entered, enteredNew) =>
            {
                Assert.Empty(Rules.NotUnderstood);
                Figure[] held = [.. levels.Select((s, i) => Of(s, i + 1, Level)), .. growth.Select((s, i) => Of(s, levels.Length + i + 1, Growth))];
                var withdrawals = withdrawn.Distinct().Where(i => i < held.Length)
                    .Select(i => new Withdrawal(held[i].Id, held[i].KnownFrom, held[i].KnownFrom, "撤回"));
                Figure[] more =
                [
                    .. entered.Select((s, i) => Entered(Of(s, long.MaxValue - i, i % 2 == 0 ? Level : Growth))),
                    .. enteredNew.Select((s, i) => Entered(Of(s, long.MaxValue - 10 - i, New))),
                ];
                var book = FigureBook.Of(held, withdrawals);
                var at = At("2026-01-01");

                var (within, over) = (book.With(more, []).At(at), book.At(at).Over(more));

                Assert.All(new[] { Level, Growth, New }, series =>
                {
                    Assert.Equal(Ids(within.Shown(within.Find(series.Id))), Ids(over.Shown(over.Find(series.Id))));
                    Assert.Equal(Ids(within.KnownFigures(within.Find(series.Id))), Ids(over.KnownFigures(over.Find(series.Id))));
                    Assert.Equal(within.Find(series.Indicator.Code, City.Code, series.Measure)?.Groups.Count, over.Find(series.Indicator.Code, City.Code, series.Measure)?.Groups.Count);
                    Assert.Equal(
                        DerivedQuarters.Of(within.Find(series.Id), at).Select(q => (q.Key, q.Value)),
                        DerivedQuarters.Of(over.Find(series.Id), at).Select(q => (q.Key, q.Value)));
                });
                Assert.All(more, f => Assert.Equal(
                    Rules.Findings(within, f).Select(x => x.Message.Text(english: true)),
                    Rules.Findings(over, f).Select(x => x.Message.Text(english: true))));
            });

    [Fact]
    public void The_quarter_that_is_found_is_the_one_that_is_listed() =>
        Statement.Array[0, 80].Sample(levels =>
        {
            var (history, at) = (FigureBook.Of(levels.Select((s, i) => Of(s, i + 1, Level)), []).Find(Level.Id), At("2026-01-01"));
            var listed = DerivedQuarters.Of(history, at).Where(d => d.Later is { Kind: ValueKind.Actual, Scope: "" }).ToArray();

            foreach (var quarter in Enumerable.Range(2014, 10).SelectMany(y => Enumerable.Range(1, 4).Select(q => new Quarter(y, q))))
            {
                Assert.Equal(
                    listed.FirstOrDefault(d => d.Period == Period.Quarter(quarter.Year, quarter.Number))?.Key,
                    DerivedQuarters.Find(history, quarter, at)?.Key);
            }
        });

    private static Figure Of((int Year, int Time, int Scope, int Kind, int Value, int Known) said, long id, Series series) =>
        Figure(
            id,
            said.Value / 10m,
            said.Time switch
            {
                < 4 => Period.Ytd(2014 + said.Year, 3 * (said.Time + 1)),
                4 => Period.Quarter(2014 + said.Year, 1),
                5 => Period.Month(2014 + said.Year, 2),
                _ => Period.Point(new(2014 + said.Year, 2, DateTime.DaysInMonth(2014 + said.Year, 2))),
            },
            series,
            kind: said.Kind == 0 ? ValueKind.Target : ValueKind.Actual,
            scope: Scopes[said.Scope == 0 ? 1 : 0]) with
        { KnownFrom = Day("2022-06-01").AddDays(said.Known), RecordedAt = Day("2022-06-01").AddDays(said.Known) };

    private static Figure Entered(Figure figure) => figure with { Reliability = Reliability.Return };

    private static long[] Ids(IEnumerable<Figure> figures) => [.. figures.Select(f => f.Id)];
}
