using System.Runtime.CompilerServices;
using CsCheck;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

/// <summary>Packed figures are the figures, to the last digit and letter, and a book of them answers as one of the figures does.</summary>
public sealed class PackedFiguresTests
{
    private static readonly Series[] AllSeries = [Series(), Series(measure: Measure.Yoy), Series(unit: Province, measure: Measure.Gap, benchmark: Benchmark.Nation)];
    private static readonly string[] Scopes = ["", "不包括开发区"];

    private static readonly decimal[] Values =
        [0m, 0.0m, -0.00m, 676.5m, 676.50m, -4.20m, 1m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 79228162514264337593543950.335m, ulong.MaxValue, uint.MaxValue];

    private static readonly string?[] Texts =
        [null, "", "2023年上半年，全市地区生产总值676.5亿元", "2024年上半年，全市地区生产总值701.2亿元", "𠮷县增长5%", "𠮶县增长5%", "😀", "😁", "年", new('长', 700)];

    private static readonly Gen<Figure> AFigure =
        from series in Gen.Int[0, AllSeries.Length - 1]
        from time in Gen.Int[0, 5]
        from scope in Gen.Int[0, 9]
        from kind in Gen.Int[0, 9]
        from value in Gen.OneOf(Gen.Int[0, Values.Length - 1].Select(i => (decimal?)Values[i]), Gen.Decimal.Select(d => (decimal?)d), Gen.Const((decimal?)null))
        from text in Gen.Int[0, Texts.Length - 1]
        from quote in Gen.Int[0, Texts.Length - 1]
        from note in Gen.Int[0, 29]
        from known in Gen.Int[0, 900]
        from recorded in Gen.Int[0, 900]
        from source in Gen.Int[1, 4]
        from inferred in Gen.Bool
        select Figure(
            0,
            0,
            time switch
            {
                0 => Period.Unstated,
                1 => Period.Span(2021, 2025),
                2 => Period.Point(new(2024, 2, 29)),
                _ => Period.Ytd(2020 + time, 6),
            },
            AllSeries[series],
            source: source,
            kind: kind == 0 ? ValueKind.Target : ValueKind.Actual,
            scope: Scopes[scope == 0 ? 1 : 0]) with
        {
            Value = value,
            Text = Texts[text],
            Quote = Texts[quote],
            Note = note < Texts.Length ? Texts[note] : null,
            KnownFrom = Day("2022-06-01").AddDays(known),
            RecordedAt = Day("2022-06-01").AddTicks(recorded * 7_777_777_777_777L),
            YearInferred = inferred,
            StatedPriceBasis = inferred ? PriceBasis.Constant : null,
            PeriodLabel = inferred ? "到年底" : null,
            VintageLabel = inferred ? "快报" : "",
        };

    private static readonly Gen<(Figure[] Figures, Withdrawal[] Withdrawals)> Figures =
        Gen.Select(AFigure.Array[0, 60], Gen.Int[1, 9].Array[60], Gen.Int[0, 59].Array[0, 4], (figures, steps, withdrawn) =>
        {
            var id = 0L;
            Figure[] numbered = [.. figures.Select((f, i) => f with { Id = id += steps[i] * (i % 7 == 0 ? 1_000_000_007L : 1) })];
            return (numbered, withdrawn.Distinct().Where(i => i < numbered.Length).Select(i => new Withdrawal(numbered[i].Id, numbered[i].KnownFrom, numbered[i].KnownFrom, "撤回")).ToArray());
        });

    [Fact]
    public void A_book_of_packed_figures_is_one_of_the_figures() => Figures.Sample((figures, withdrawals) =>
        AreAlike(FigureBook.Of(figures, withdrawals), FigureBook.Of(Packed(figures), withdrawals), figures));

    [Fact]
    public void What_is_written_is_read() => Figures.Sample((figures, withdrawals) =>
    {
        var book = FigureBook.Of(figures, withdrawals);
        using var written = new MemoryStream();

        // Of packed series as of others: the first half of the figures is packed.
        PackedFigures.Write(FigureBook.Of(Packed(figures[..(figures.Length / 2)]), []).With(figures[(figures.Length / 2)..], []), written);
        var read = PackedFigures.Read(written.ToArray(), id => AllSeries.FirstOrDefault(s => s.Id == id), id => Source(id));

        Assert.Equal(figures.Length, read!.Count);
        AreAlike(book, FigureBook.Of(read, withdrawals), figures);
    });

    [Fact]
    public void A_book_of_packed_figures_grows_as_one_of_the_figures() => Gen.Select(Figures, AFigure.Array[1, 5]).Sample((held, more) =>
    {
        var (figures, withdrawals) = held;
        var last = figures is [.., var final] ? final.Id : 0;
        Figure[] added = [.. more.Select((f, i) => f with { Id = last + 1 + i })];

        AreAlike(
            FigureBook.Of(figures, []).With(added, withdrawals), FigureBook.Of(Packed(figures), []).With(added, withdrawals), [.. figures, .. added]);
    });

    [Fact]
    public void What_was_written_of_another_past_is_not_read()
    {
        using var written = new MemoryStream();
        PackedFigures.Write(Book(Figure(1, 1m, source: 3)), written);
        var bytes = written.ToArray();

        Assert.NotNull(PackedFigures.Read(bytes, _ => Series(), id => Source(id)));
        Assert.Null(PackedFigures.Read(bytes, _ => null, id => Source(id)));
        Assert.Null(PackedFigures.Read(bytes, _ => Series(measure: Measure.Yoy), id => Source(id)));
        Assert.Null(PackedFigures.Read(bytes, _ => Series(), _ => null));
    }

    [Fact]
    public void A_series_that_others_took_the_place_of_lets_go_of_its_figures_and_has_them_when_asked_again()
    {
        var book = FigureBook.Of(Packed(new ManyFigures(5, 20).All()), [], unpackedFigures: 1000);
        var (first, held) = First(book);

        foreach (var history in book.Histories) Assert.NotEmpty(history.Groups);
        GC.Collect();

        Assert.False(held.IsAlive);
        Assert.Equal(first, book.Histories[0].Groups.SelectMany(g => g.Figures).Select(f => f.Id));
    }

    [Fact]
    public void A_series_that_is_asked_for_again_and_again_stays_unpacked_while_others_are_asked_for_once()
    {
        var book = FigureBook.Of(Packed(new ManyFigures(5, 20).All()), [], unpackedFigures: 1000);
        SeriesHistory[] often = [.. book.Histories.Take(3)];
        var before = often.Select(h => h.Groups).ToArray();

        foreach (var once in book.Histories.Skip(3))
        {
            Assert.NotEmpty(once.Groups);
            Assert.All(often.Zip(before), h => Assert.Same(h.Second, h.First.Groups));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (long[] Ids, WeakReference Figure) First(FigureBook book) =>
        ([.. book.Histories[0].Groups.SelectMany(g => g.Figures).Select(f => f.Id)], new(book.Histories[0].Groups[0].Figures[0]));

    private static PackedFigures Packed(IEnumerable<Figure> figures)
    {
        var packer = new FigurePacker();
        foreach (var figure in figures) packer.Add(figure);
        return packer.Pack();
    }

    private static void AreAlike(FigureBook expected, FigureBook actual, Figure[] figures)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Histories.Select(h => h.Series), actual.Histories.Select(h => h.Series));
        Assert.Equal(expected.LastChange(DateTimeOffset.MaxValue), actual.LastChange(DateTimeOffset.MaxValue));
        Assert.Equal(expected.LastChange(Day("2023-06-01")), actual.LastChange(Day("2023-06-01")));
        Assert.Equal(expected.At(At("2026-01-01")).Targets().Select(f => f.Id), actual.At(At("2026-01-01")).Targets().Select(f => f.Id));
        foreach (var (one, other) in expected.Histories.Zip(actual.Histories))
        {
            // In the order of their first figures.
            Assert.Equal(
                expected.Of(one.Series.Indicator.Code, one.Series.Unit.Code).Select(h => h.Series.Id),
                actual.Of(other.Series.Indicator.Code, other.Series.Unit.Code).Select(h => h.Series.Id));
            Assert.Equal(one.Groups.SelectMany(g => g.Figures), other.Groups.SelectMany(g => g.Figures));
            Assert.Equal(one.Groups.SelectMany(g => g.Figures).Select(Digits), other.Groups.SelectMany(g => g.Figures).Select(Digits));
            Assert.Equal(one.Groups.Select(g => g.Figures.Count), other.Groups.Select(g => g.Figures.Count));
            foreach (var asOf in new[] { At("2023-06-01"), At("2023-06-01", Clock.Recorded), At("2026-01-01") })
            {
                Assert.Equal(expected.At(asOf).Known(one), actual.At(asOf).Known(other));
                Assert.Equal(expected.At(asOf).Shown(one), actual.At(asOf).Shown(other));
            }
        }

        Assert.All(figures, f => Assert.NotNull(actual.GroupOf(f.Id)?.Find(f.Id)));
        Assert.Null(actual.GroupOf(figures is [.., var last] ? last.Id + 1 : 1));
        Assert.All(Enumerable.Range(1, 4), s => Assert.Equal(expected.Citing(s).Select(h => h.Series.Id), actual.Citing(s).Select(h => h.Series.Id)));
    }

    /// <summary>What equality leaves out: the digits of a value, also of nought.</summary>
    private static string Digits(Figure figure) => figure.Value is { } value ? string.Join(' ', decimal.GetBits(value)) : "";
}
