using System.Runtime.CompilerServices;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

/// <summary>What is carried on from change to change, and while time passes, is what looking through everything gives.</summary>
public sealed class DigestUpkeepTests
{
    private static readonly StatisticalUnit[] Units = [City, Unit("140902", "忻府区", UnitLevel.County, City.Code, 4), Unit("140921", "定襄县", UnitLevel.County, City.Code, 5), Province];
    private static readonly Indicator[] Indicators = [Gdp, Indicator("primary"), Indicator("secondary")];

    private static readonly RuleBook Rules = RuleBook.Parse(
        [
            ("parts", """{"type":"parts","total":"gdp","parts":["primary","secondary"]}"""),
            ("counties", """{"type":"unit_parts","total":"gdp","unit":"140900"}"""),
            ("gap", """{"type":"gap"}"""),
            ("ytd", """{"type":"ytd_not_falling"}"""),
            ("q1", """{"type":"q1_equals_ytd"}"""),
            ("sign", """{"type":"growth_sign"}"""),
            ("outlier", """{"type":"change_outlier","severity":"warning","bound":2,"least":8,"margin":0}"""),
            ("bound", """{"type":"growth_bound","bound":50}"""),
        ],
        new(Indicators, [Nation, .. Units]));

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3]), Gen.Int[0, 5], Gen.Int[1, 60], Gen.Int[0, 60], Gen.Int[0, 9], Gen.Int[0, 40],
        (of, time, value, ahead, what, days) => new Step(of.Item1, of.Item2, of.Item3, time, value, ahead, what, days));

    [Fact]
    public void What_is_carried_on_is_what_is_found_anew() => Steps.Array[1, 60].Sample(steps =>
    {
        Assert.Empty(Rules.NotUnderstood);
        var (book, cache, now) = (FigureBook.Empty, new DigestCache(), Day("2024-06-01"));
        var (figures, withdrawals) = (new List<Figure>(), new List<Withdrawal>());
        foreach (var step in steps)
        {
            now = now.AddDays(step.What == 9 ? step.Days : 0).AddMinutes(1);
            var before = book;
            if (step.What < 6)
            {
                // Some of it is published later than it is recorded.
                Figure[] added = [.. Enumerable.Range(0, 1 + step.What % 2).Select(i => Of(step, figures.Count + 1 + i, now))];
                figures.AddRange(added);
                book = book.With(added, []);
            }
            else if (step.What < 8 && figures.Count > 0 && figures[step.Value % figures.Count].Id is var id && !withdrawals.Exists(w => w.FigureId == id))
            {
                var withdrawal = new Withdrawal(id, now.AddDays(step.Ahead > 50 ? step.Days : 0), now, "错误");
                withdrawals.Add(withdrawal);
                book = book.With([], [withdrawal]);
            }

            if (!ReferenceEquals(before, book)) cache = cache.After(before, book);
            // Some states nobody asks for, and some ask for one part only.
            if (step.Days % 3 == 0) continue;
            var held = cache.At(Rules, book, new(now));
            if (step.Days % 3 == 1) Assert.Equal(Told(new(Rules, book.At(new(now)))).Counts, Told(held).Counts);
            else Same(book, held, now);
            if (step.Value % 4 == 0) cache = Kept(held, book);
        }

        Same(book, cache.At(Rules, book, new(now)), now);
        Same(book, cache.At(Rules, book, new(now.AddDays(400))), now.AddDays(400));
        SameBook(FigureBook.Of(figures, withdrawals), book, now);
    }, iter: 400);

    [Fact]
    public void What_is_carried_on_holds_no_book_of_before()
    {
        var (cache, first) = CarriedOn();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(first.IsAlive);
        GC.KeepAlive(cache);

        // Apart: the frame of the test would hold what it has seen.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (DigestCache Cache, WeakReference First) CarriedOn()
        {
            var (book, cache, first) = (FigureBook.Empty, new DigestCache(), (WeakReference?)null);
            for (var i = 1; i < 5; i++)
            {
                var next = book.With([Of(new(0, 0, 0, i, 10 * i, 0, 0, 0), i, Day("2024-06-01"))], []);
                (cache, book) = (cache.After(book, next), next);
                var digest = cache.At(Rules, book, new(Day("2024-06-02")));
                _ = (digest.Findings, digest.Conflicts, digest.Counts);
                first ??= new(book);
            }

            return (cache, first!);
        }
    }

    [Fact]
    public void A_change_costs_as_much_among_many_series_as_among_few()
    {
        var (few, many) = (Cost(5), Cost(50));

        // Ten times the series; what is copied for a change are pages of neighbours and the list of the pages.
        Assert.InRange(many, 1, few * 2);
    }

    private static long Cost(int cities)
    {
        var made = new ManyFigures(cities, 100);
        var (book, cache, now) = (FigureBook.Of(made.All(), []), new DigestCache(), new AsOf(ManyFigures.Now));
        var (id, least) = (10_000_000L, long.MaxValue);
        for (var i = 0; i < 5; i++)
        {
            var added = made.Another(made.Series[i], ManyFigures.Now, 47) with { Id = ++id };
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var after = book.With([added], []);
            (book, cache) = (after, cache.After(book, after));
            var digest = cache.At(Rules, book, now);
            Assert.Equal(book.Count, digest.Counts.Known);
            Assert.Empty(digest.Conflicts);
            if (i > 1) least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - bytes);
        }

        return least;
    }

    /// <summary>As after a start: what is held goes on from what was written.</summary>
    private static DigestCache Kept(Digest held, FigureBook book)
    {
        using var stream = new MemoryStream();
        held.Write(stream);
        stream.Position = 0;
        var read = Digest.Read(stream, Rules, book);
        Assert.Equal(stream.Length, stream.Position);
        Assert.Equal(Told(held).Counts, Told(read).Counts);
        return DigestCache.From(read);
    }

    private static void Same(FigureBook book, Digest held, DateTimeOffset now)
    {
        var (anew, carried) = (Told(new(Rules, book.At(new(now)))), Told(held));
        Assert.Equal(anew.Counts, carried.Counts);
        Assert.Equal(anew.Sources, carried.Sources);
        Assert.Equal(anew.Conflicts, carried.Conflicts);
        Assert.Equal(anew.Findings, carried.Findings);
        var view = book.At(new(now));
        Assert.All(book.Histories, history =>
        {
            Assert.Equal(history.Groups.Select(g => g.Shown(view.AsOf)?.Id).OfType<long>(), view.Shown(history).Select(f => f.Id));
            Assert.Equal(view.KnownFigures(history).Count(), view.CountKnown(history));
            Assert.Equal(view.Shown(history).Count(), view.CountShown(history));
            var past = book.At(new(now.AddDays(-20)));
            Assert.Equal(history.Groups.Select(g => g.Shown(past.AsOf)?.Id).OfType<long>(), past.Shown(history).Select(f => f.Id));
            var recorded = book.At(new(now) { RecordedBy = now.AddDays(-20) });
            Assert.Equal(history.Groups.Select(g => g.Shown(recorded.AsOf)?.Id).OfType<long>(), recorded.Shown(history).Select(f => f.Id));
        });
        Assert.Equal(book.Histories.SelectMany(h => h.Groups).Count(g => g.Shown(view.AsOf) is not null), held.Counts.Shown);
        Assert.Equal(book.Histories.SelectMany(view.KnownFigures).Select(f => f.Source.Id).Distinct().Count(), held.Counts.Sources);
    }

    private static void SameBook(FigureBook anew, FigureBook book, DateTimeOffset now)
    {
        Assert.Equal(anew.Count, book.Count);
        Assert.Equal(anew.Histories.Select(h => h.Series.Id), book.Histories.Select(h => h.Series.Id));
        Assert.Equal(anew.Histories.Count, book.Histories.Count);
        Assert.Equal(anew.LastChange(now), book.LastChange(now));
        for (var i = 0; i < book.Histories.Count; i++)
        {
            var (expected, history) = (anew.Histories[i], book.Histories[i]);
            Assert.Equal(expected.Groups.Select(g => string.Join(',', g.Figures.Select(f => f.Id))), history.Groups.Select(g => string.Join(',', g.Figures.Select(f => f.Id))));
            Assert.Same(history, book.Find(history.Series.Id));
            Assert.Same(history, book.Find(history.Series.Indicator.Code, history.Series.Unit.Code, history.Series.Measure, history.Series.Benchmark));
            Assert.Equal(
                anew.Of(history.Series.Indicator.Code, history.Series.Unit.Code).Select(h => h.Series.Id), book.Of(history.Series.Indicator.Code, history.Series.Unit.Code).Select(h => h.Series.Id));
            Assert.All(history.Groups, g => Assert.Same(g, book.GroupOf(g.Figures[0].Id)));
        }

        Assert.All(Indicators, i => Assert.Equal(book.Histories.Where(h => h.Series.Indicator.Code == i.Code), book.Of(i.Code)));
        Assert.All(Enumerable.Range(0, 5), s => Assert.Equal(anew.Citing(s).Select(h => h.Series.Id), book.Citing(s).Select(h => h.Series.Id)));
        Assert.Equal(anew.At(new(now)).Targets().Select(f => f.Id), book.At(new(now)).Targets().Select(f => f.Id));
    }

    private static (string Counts, string Sources, string[] Conflicts, string[] Findings) Told(Digest digest) => (
        string.Join(' ', new[]
        {
            digest.Counts.Known, digest.Counts.Expected, digest.Counts.Sources, digest.Counts.Shown, digest.Counts.Preliminary, digest.Counts.StageUnstated,
            digest.Counts.YearInferred, digest.Counts.DayUnstated, digest.Counts.Unquoted,
        }.Select(c => $"{c}").Concat(digest.Counts.ByGrade.Select(g => $"{g}"))),
        string.Join(' ', digest.Sources.OrderBy(s => s.Key)),
        [.. digest.Conflicts.Select(c => $"{c.Id} {c.Reason.Text(english: true)} {string.Join(' ', c.Figures.Select(f => f.Id))}")],
        [.. digest.Findings.Select(f => $"{f.Figure.Id} {f.Finding.Rule} {f.Finding.Message.Text(english: true)}")]);

    private static Figure Of(Step step, int id, DateTimeOffset now)
    {
        var measure = step.Measure switch { 0 or 1 => Measure.Level, 2 => Measure.Yoy, _ => Measure.Gap };
        var unit = measure == Measure.Gap ? City : Units[step.Unit];
        var series = Series(Indicators[step.Indicator], unit, measure, measure == Measure.Gap ? Benchmark.Province : null);
        return Figure(
            id, step.Value, Period.Ytd(2020 + step.Time / 2, step.Time % 2 == 0 ? 3 : 6), series, source: 1 + step.Value % 3, kind: step.Value % 7 == 0 ? ValueKind.Target : ValueKind.Actual) with
        {
            KnownFrom = now.AddDays(step.Ahead > 45 ? step.Days : -step.Days),
            RecordedAt = now,
            Stage = step.Value % 5 == 0 ? Stage.Revised : Stage.Preliminary,
        };
    }

    private sealed record Step(int Measure, int Indicator, int Unit, int Time, int Value, int Ahead, int What, int Days);
}
