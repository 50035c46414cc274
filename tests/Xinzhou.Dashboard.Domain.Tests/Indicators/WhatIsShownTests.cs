using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

/// <summary>Rule 4 of the figures: vintages are inserted, and one ordering says which is shown at a moment.</summary>
public sealed class WhatIsShownTests
{
    [Fact]
    public void A_figure_is_hidden_before_it_was_known()
    {
        var book = Book(Figure(1, 676.5m, known: "2023-08-18"));

        Assert.Null(book.At(At("2023-08-17")).Latest("gdp", "140900", Measure.Level));
        Assert.NotNull(book.At(At("2023-08-18")).Latest("gdp", "140900", Measure.Level));
    }

    [Fact]
    public void A_correction_is_shown_and_both_are_vintages()
    {
        var book = Book(Figure(1, 100m, known: "2024-01-20"), Figure(2, 101m, known: "2024-03-01", stage: Stage.Final));

        var known = book.At(At("2024-06-01")).Known(book.Histories[0]).ToArray();

        Assert.Equal([(1L, false, (DateTimeOffset?)Day("2024-03-01")), (2L, true, null)], known.Select(v => (v.Figure.Id, v.Preferred, v.KnownTo)));
        Assert.Equal(100m, book.At(At("2024-02-01")).Latest("gdp", "140900", Measure.Level)!.Value);
    }

    [Fact]
    public void A_vintage_that_never_was_shown_ends_when_it_began()
    {
        var book = Book(Figure(1, 100m, stage: Stage.Final, known: "2024-01-20"), Figure(2, 101m, known: "2024-03-01"));

        var late = book.At(At("2024-06-01")).Known(book.Histories[0]).Single(v => v.Figure.Id == 2);

        Assert.Equal((false, (DateTimeOffset?)Day("2024-03-01")), (late.Preferred, late.KnownTo));
    }

    [Fact]
    public void Self_media_ranks_below_every_other_source_whatever_its_stage()
    {
        var book = Book(Figure(1, 100m, stage: Stage.Flash), Figure(2, 101m, stage: Stage.Final, reliability: Reliability.SelfMedia));

        Assert.Equal(100m, book.At(At("2024-06-01")).Latest("gdp", "140900", Measure.Level)!.Value);
    }

    [Fact]
    public void By_the_recorded_clock_what_was_not_yet_recorded_is_unknown()
    {
        var book = Book(Figure(1, 100m, known: "2024-01-20", recorded: "2024-05-01"));

        Assert.NotNull(book.At(At("2024-04-01")).Latest("gdp", "140900", Measure.Level));
        Assert.Null(book.At(At("2024-04-01", Clock.Recorded)).Latest("gdp", "140900", Measure.Level));
    }

    [Fact]
    public void A_withdrawal_returns_the_earlier_figure_to_its_place()
    {
        var book = FigureBook.Of(
            [Figure(1, 100m, known: "2024-01-20"), Figure(2, 101m, known: "2024-03-01")],
            [new Withdrawal(2, Day("2024-05-01"), Day("2024-05-01"), "误报")]);

        Assert.Equal(101m, book.At(At("2024-04-01")).Latest("gdp", "140900", Measure.Level)!.Value);
        var known = Assert.Single(book.At(At("2024-06-01")).Known(book.Histories[0]));
        Assert.Equal((1L, true, null), (known.Figure.Id, known.Preferred, known.KnownTo));
    }

    [Fact]
    public void Different_scopes_are_different_statements()
    {
        var book = Book(Figure(1, 223.45m, scope: "不包括开发区"), Figure(2, 240m));

        Assert.Equal(2, book.At(At("2024-06-01")).Shown(book.Histories[0]).Count());
    }

    [Fact]
    public void A_book_with_more_figures_equals_a_book_made_of_all() =>
        Figures.Sample(figures =>
        {
            var half = figures.Length / 2;
            var grown = FigureBook.Of(figures[..half], []).With(figures[half..], []);
            var whole = FigureBook.Of(figures, []);
            Assert.Equal(Keys(whole), Keys(grown));
        });

    [Fact]
    public void What_is_shown_follows_a_plain_reading_of_the_rule_at_every_moment() =>
        Gen.Select(Figures, Gen.Int[0, 400], Gen.Bool).Sample((figures, day, recorded) =>
        {
            var asOf = new AsOf(Day("2024-01-01").AddDays(day), recorded ? Clock.Recorded : Clock.Known);
            var known = figures.Where(f => f.KnownFrom <= asOf.Moment && (!recorded || f.RecordedAt <= asOf.Moment)).ToArray();
            var expected = known
                .OrderBy(f => f.Reliability == Reliability.SelfMedia)
                .ThenByDescending(f => f.Stage switch { Stage.Flash => 1, Stage.Preliminary or Stage.Unstated => 2, Stage.Retrieved => 3, _ => 4 })
                .ThenByDescending(f => (int)f.Reliability)
                .ThenByDescending(f => f.KnownFrom)
                .ThenByDescending(f => f.Id)
                .FirstOrDefault();

            var book = FigureBook.Of(figures, []);
            var judged = book.At(asOf).Known(book.Histories[0]).ToArray();

            Assert.Equal(known.Select(f => f.Id).Order(), judged.Select(v => v.Figure.Id).Order());
            Assert.Equal(expected?.Id, judged.SingleOrDefault(v => v.Preferred).Figure?.Id);
            foreach (var vintage in judged.Where(v => !v.Preferred))
            {
                // Its place ended at a moment when it was known, and it is not shown from then on.
                Assert.True(vintage.KnownTo >= vintage.Figure.KnownFrom && vintage.KnownTo <= asOf.Moment);
                Assert.NotEqual(vintage.Figure.Id, ShownAmong(known, vintage.KnownTo!.Value)?.Id);
                if (vintage.KnownTo > vintage.Figure.KnownFrom)
                {
                    Assert.Equal(vintage.Figure.Id, ShownAmong(known, vintage.KnownTo.Value.AddTicks(-10))?.Id);
                }
            }
        });

    [Fact]
    public void As_of_now_equals_current_once_nothing_lies_in_the_future() =>
        Figures.Sample(figures =>
        {
            var book = FigureBook.Of(figures, []);
            var (now, last) = (new AsOf(Day("2030-01-01")), new AsOf(book.LastChange(Day("2030-01-01"))!.Value));
            Assert.Equal(book.At(now).Shown(book.Histories[0]).Select(f => f.Id), book.At(last).Shown(book.Histories[0]).Select(f => f.Id));
        });

    [Fact]
    public void A_statement_with_thousands_of_vintages_is_replayed_once_and_not_once_a_vintage()
    {
        var figures = Enumerable.Range(1, 2000)
            .Select(i => Figure(i, i, source: i) with { KnownFrom = Day("2010-01-01").AddDays(i) }).ToArray();
        var book = FigureBook.Of(figures, []);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var judged = book.At(new(Day("2024-01-01"))).Known(book.Histories[0]).ToArray();

        // A replay costs a few hundred bytes a moment. Once a vintage it would be two thousand times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 2000 * figures.Length);
        Assert.Equal(figures[..^1].Select(f => (DateTimeOffset?)f.KnownFrom.AddDays(1)).Append(null), judged.Select(v => v.KnownTo));
    }

    private static Figure? ShownAmong(Figure[] figures, DateTimeOffset moment) =>
        figures.Where(f => f.KnownFrom <= moment).Max(Precedence.Order);

    private static IEnumerable<string> Keys(FigureBook book) =>
        book.Histories.SelectMany(h => h.Groups).SelectMany(g => g.Figures).Select(f => f.Key);

    private static Gen<Figure[]> Figures =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300], Any<Stage>(), Any<Reliability>())
            .Array[1, 8]
            .Select(drafts => drafts.Select((d, i) => Figure(i + 1, 100 + i, stage: d.Item3, reliability: d.Item4, source: i + 1) with
            {
                KnownFrom = Day("2024-01-01").AddDays(d.Item1),
                RecordedAt = Day("2024-01-01").AddDays(d.Item2),
            }).ToArray());

    private static Gen<T> Any<T>() where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return Gen.Int[0, values.Length - 1].Select(i => values[i]);
    }
}
