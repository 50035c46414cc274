using System.Collections;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Domain.Tests.Notation;

/// <summary>A long file is read row by row, as often as it takes, and never held; of a short one the figures are, and are the same.</summary>
public sealed class StreamedTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void No_more_than_a_few_rows_are_held_at_a_time(int maxHeld)
    {
        var rows = new WatchedRows();
        var reading = FigureTableReader.Read(new() { Columns = ImportColumns.All, Rows = rows }, ImportFile.Options(create: true, maxHeld: maxHeld));

        Assert.Empty(reading.Faults);
        Assert.Equal((WatchedRows.Number, WatchedRows.Number), (reading.Rows, reading.Figures.Count));
        Assert.Equal(WatchedRows.Number, reading.Figures.Count(f => f.Value == f.Line));
        Assert.InRange(rows.MostHeld, 1, 5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Figures_that_are_read_anew_are_the_same_with_the_quotes_of_rows_above(int maxHeld)
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table(
                [("value", "1"), ("quote", "原文")],
                [("value", "2"), ("quote", "同上"), ("period", "2022-H1")],
                [("basis", "qualitative"), ("quote", "同上"), ("period", "2021-H1")]),
            ImportFile.Options(maxHeld: maxHeld));

        Assert.Equal(["原文", "原文", "原文"], reading.Figures.Select(f => f.Quote));
        Assert.Equal("原文", reading.Figures.Last().Text);
        Assert.Equal(reading.Figures, [.. reading.Figures]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void At_another_moment_only_figures_whose_day_nobody_knows_are_known_from_then(int maxHeld)
    {
        var later = ImportFile.Now.AddMinutes(3);
        var reading = FigureTableReader.Read(
            ImportFile.Table([("value", "1")], [("value", "2"), ("period", "2022-H1"), ("published", "")]), ImportFile.Options(maxHeld: maxHeld)).At(later);

        Assert.Equal([ImportFile.Table().HeaderLine + 1, 3], reading.Figures.Select(f => f.Line));
        Assert.NotEqual(later, reading.Figures.First().KnownFrom);
        Assert.Equal((later, KnownFromBasis.Recorded), (reading.Figures.Last().KnownFrom, reading.Figures.Last().KnownFromBasis));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_figure_that_contradicts_an_earlier_line_is_left_out_however_often_they_are_read(int maxHeld)
    {
        var reading = FigureTableReader.Read(
            ImportFile.Table([("value", "1"), ("yoy", "3")], [("value", "2"), ("yoy", "3.0")], [("value", "1.0")]), ImportFile.Options(maxHeld: maxHeld));

        Assert.Equal((3, "value", "2"), Assert.Single(reading.Faults) is var fault ? (fault.Line, fault.Column, fault.Arguments[0]) : default);
        Assert.Equal(4, reading.Figures.Count);
        Assert.Equal([(2, "value"), (2, "yoy"), (3, "yoy"), (4, "value")], reading.Figures.Select(f => (f.Line, f.Column)));
    }

    /// <summary>Rows of which each is made as it is asked for; it watches how many of them are still there.</summary>
    private sealed class WatchedRows : IReadOnlyCollection<SourceRow>
    {
        public const int Number = 400;

        public int MostHeld { get; private set; }

        public int Count => Number;

        public IEnumerator<SourceRow> GetEnumerator()
        {
            var given = new List<WeakReference>();
            for (var line = 2; line < Number + 2; line++)
            {
                yield return Row(line, given);
                if (line % 100 == 0)
                {
                    GC.Collect();
                    MostHeld = Math.Max(MostHeld, given.Count(row => row.IsAlive));
                }
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private static SourceRow Row(int line, List<WeakReference> given)
        {
            var cells = ImportFile.Table([("value", $"{line}"), ("indicator", $"指标{line % 7}"), ("source", $"http://a.cn/{line}"), ("quote", $"原文{line}")]).Rows.First().Cells;
            given.Add(new(cells));
            return new(line, cells);
        }
    }
}
