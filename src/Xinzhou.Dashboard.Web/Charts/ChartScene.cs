namespace Xinzhou.Dashboard.Web.Charts;

/// <summary>
/// A chart worked out: the scales and the shapes, in the order in which they are drawn.
/// </summary>
/// <param name="Time">Across.</param>
/// <param name="Values">Up.</param>
/// <param name="Marks">The shapes, those behind first.</param>
/// <param name="Zoom">How many times as wide as an ordinary drawing it may be made, a power of two; 1 for short series, which need no closer look.</param>
public sealed record ChartScene(TimeScale Time, ValueScale Values, IReadOnlyList<ChartMark> Marks, int Zoom)
{
    /// <summary>Up to this many figures, benchmarks not counted, each is labelled on an ordinary drawing; twice as many on one twice as wide.</summary>
    public const int MaxLabels = 12;

    /// <summary>No drawing is made wider; there labels need only find room.</summary>
    public const int MaxZoom = 32;

    private const int LongSeries = 40;
    private const int LongTime = 14;

    // A short series is not looked at closer, but its drawing may have a page to itself.
    private const int WidePage = 2;

    // A year's bar keeps this far from the ends of the year.
    private const decimal Inset = 0.19m;

    /// <summary>The bands, the widest first: each lies over the one before.</summary>
    public IReadOnlyList<ChartBandShape> Bands { get; init; } = [];

    /// <summary>Works out a chart; null when nothing in it can be drawn on a time axis.</summary>
    /// <param name="series">Points of several years in a series of bars are left to the table: their height says something else.</param>
    /// <param name="gaps">Periods known to be missing.</param>
    /// <param name="milestones">Years to be marked; they lengthen the axis.</param>
    /// <param name="fromZero">Whether the value axis holds zero. Bars always do.</param>
    /// <param name="bands">Where values to come may lie; the value axis holds them.</param>
    public static ChartScene? Of(
        IReadOnlyList<ChartSeries> series,
        IReadOnlyList<ChartGap>? gaps = null,
        IReadOnlyList<ChartMilestone>? milestones = null,
        bool fromZero = true,
        IReadOnlyList<ChartBand>? bands = null)
    {
        var drawn = series
            .Select(s => s with { Points = [.. s.Points.Where(p => s.Form != ChartForm.Bars || !IsOfSeveralYears(p)).OrderBy(p => p.End).ThenBy(p => p.Start)] })
            .Where(s => s.Points.Count > 0)
            .ToList();
        var points = drawn.SelectMany(s => s.Points).ToList();
        if (points.Count == 0)
        {
            return null;
        }

        gaps ??= [];
        milestones ??= [];
        var time = new TimeScale(
            points.Select(p => p.Start.Year).Concat(gaps.Select(g => g.Start.Year)).Min(),
            points.Select(p => p.End.Year).Concat(gaps.Select(g => g.End.Year)).Concat(milestones.Select(m => m.Year)).Max());
        fromZero |= drawn.Any(s => s.Form == ChartForm.Bars);
        var values = ValueScale.Of([.. points.Select(p => p.Value), .. (bands ?? []).SelectMany(b => b.Edges).SelectMany(e => new[] { e.Low, e.High })], fromZero);

        var draft = new Draft(values, fromZero, AtEnds(drawn, points));
        draft.AddGaps(gaps);
        draft.AddMilestones(milestones.Where(m => m.Year >= time.FirstYear));
        var bars = drawn.Where(s => s.Form == ChartForm.Bars).ToList();
        for (var i = 0; i < bars.Count; i++)
        {
            draft.AddBars(bars[i], i, bars.Count);
        }

        foreach (var other in drawn.Where(s => s.Form != ChartForm.Bars).OrderBy(s => s.Tone.IsBenchmark() || s.Form == ChartForm.Trace ? 0 : 1))
        {
            draft.AddPoints(other);
        }

        var figures = drawn.Where(s => !s.Tone.IsBenchmark() && s.Form != ChartForm.Trace).Sum(s => s.Points.Count);
        var zoom = ZoomOf(figures, draft.Marks.Count(m => m.Point is not null), time);
        var marks = new LabelPlacer(time, values, figures, Math.Max(zoom, WidePage)).Place([.. draft.Marks.OrderBy(m => Layer(m.Shape))]);
        return new(time, values, marks, zoom) { Bands = draft.BandsOf(bands ?? []) };
    }

    /// <summary>A number as it is written in figures: decimals as they are, a true minus sign.</summary>
    public static string Write(decimal value) =>
        value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Whether a period goes beyond one calendar year.</summary>
    public static bool IsOfSeveralYears(ChartPoint point) => point.Start.Year != point.End.Year;

    /// <summary>
    /// Whether figures stand at the end of their period rather than in its middle, where a year's bar has its own: long
    /// lines within years need the room, and so do days that are not the last of a year. All of a chart stand alike, so that
    /// what is of one year stands at one place.
    /// </summary>
    private static bool AtEnds(List<ChartSeries> drawn, List<ChartPoint> points) =>
        drawn.All(s => s.Form != ChartForm.Bars)
        && (points.Any(p => p.Start == p.End && !IsYearEnd(p.End)) || (drawn.Any(s => s.Form == ChartForm.Line) && !points.All(p => IsYearEnd(p.End))));

    private static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: 31 };

    /// <summary>Until each figure has room for its label, but at least four times, so that a year can be told from the next.</summary>
    private static int ZoomOf(int figures, int marks, TimeScale time)
    {
        if (marks <= LongSeries && time.LastYear - time.FirstYear < LongTime)
        {
            return 1;
        }

        var zoom = 4;
        while (zoom < MaxZoom && figures > MaxLabels * zoom)
        {
            zoom *= 2;
        }

        return zoom;
    }

    private static int Layer(MarkShape shape) => shape switch
    {
        MarkShape.Gap => 0,
        MarkShape.Milestone => 1,
        MarkShape.Bar => 2,
        MarkShape.Join or MarkShape.Span => 3,
        MarkShape.Stem => 4,
        _ => 5,
    };

    /// <summary>The name of a tone in the style sheet.</summary>
    public static string ColourOf(ChartTone tone) => tone switch
    {
        ChartTone.City => "--d1",
        ChartTone.Second => "--d2",
        ChartTone.Third => "--d3",
        ChartTone.Nation or ChartTone.Former => "--ink-3",
        _ => "--d4",
    };

    private sealed class Draft(ValueScale values, bool fromZero, bool atEnds)
    {
        private const string ForecastColour = "--d2";

        // Days.
        private const decimal AloneHalf = 60;

        public List<ChartMark> Marks { get; } = [];

        public void AddGaps(IEnumerable<ChartGap> gaps) =>
            Marks.AddRange(gaps.Select(gap =>
            {
                var (from, to) = Slot(gap.Start, gap.End, 0, 1);
                return new ChartMark(MarkShape.Gap, from, to, values.High, values.Low, "--line") { Beside = gap.Text, Series = gap.Label };
            }));

        public void AddMilestones(IEnumerable<ChartMilestone> milestones) =>
            Marks.AddRange(milestones.Select(m =>
            {
                var at = At(new(m.Year, 1, 1), new(m.Year, 12, 31));
                return new ChartMark(MarkShape.Milestone, at, at, values.High, values.Low, "--ink-3") { Label = m.Text, Beside = m.Missing, Dashed = true };
            }));

        /// <summary>Of one period alone a band is as wide as half of it.</summary>
        public IReadOnlyList<ChartBandShape> BandsOf(IReadOnlyList<ChartBand> bands) =>
        [
            .. bands.Where(b => b.Edges.Count > 0).OrderByDescending(b => b.Level).Select(b => new ChartBandShape(b.Level, b.Edges is [var only]
                ? [(At(only.Start, only.End) - AloneHalf, only.Low, only.High), (At(only.Start, only.End) + AloneHalf, only.Low, only.High)]
                : [.. b.Edges.Select(e => (At(e.Start, e.End), e.Low, e.High))])),
        ];

        public void AddBars(ChartSeries series, int position, int of)
        {
            var longest = series.Points.Max(Days);
            var keys = KeyPoints(series);
            // Wide ones first, so that the half-year stands in front of its year.
            foreach (var point in series.Points.OrderByDescending(Days))
            {
                // What is expected of a time that has its actual figure stands before it as a mark: its bar would hide it.
                if (point.Target || point.Start == point.End || (!point.IsActual && series.Points.Any(p => IsOver(p, point))))
                {
                    AddPoint(series, point, keys);
                    continue;
                }

                var (from, to) = Slot(point.Start, point.End, position, of);
                var pale = Days(point) < 0.8m * longest;
                if (!pale && Days(point) < 300)
                {
                    // Quarters and months stand side by side: a joint between them.
                    (from, to) = (from + (to - from) * 0.06m, to - (to - from) * 0.06m);
                }

                var colour = ColourOf(series, point);
                Marks.Add(new(MarkShape.Bar, from, to, point.Value, 0, colour)
                {
                    Fill = FillOf(point, colour, pale),
                    Dashed = !IsFirm(point),
                    Pale = pale,
                    Label = Write(point.Value),
                    Beside = point.IsActual ? null : point.ShortLabel,
                    KeyLabel = keys.Contains(point) && !pale,
                    Point = point,
                    Series = series.Name,
                });
            }
        }

        public void AddPoints(ChartSeries series)
        {
            if (series.Form is ChartForm.Line or ChartForm.Trace)
            {
                AddJoins(series);
            }

            var keys = KeyPoints(series);
            foreach (var point in series.Points)
            {
                AddPoint(series, point, keys);
            }
        }

        private void AddPoint(ChartSeries series, ChartPoint point, HashSet<ChartPoint> keys)
        {
            var benchmark = series.Tone.IsBenchmark();
            var colour = ColourOf(series, point);
            var at = At(point.Start, point.End);
            if (IsOfSeveralYears(point))
            {
                Marks.Add(new(MarkShape.Span, point.Start.DayNumber, point.End.DayNumber + 1m, point.Value, point.Value, colour)
                {
                    Dashed = true,
                    Label = Write(point.Value),
                    Beside = point.ShortLabel ?? point.PeriodLabel,
                    Point = point,
                    Series = series.Name,
                });
                return;
            }

            if (series.Form == ChartForm.Trace)
            {
                Marks.Add(new(MarkShape.Dot, at, at, point.Value, point.Value, colour) { Fill = colour, Small = true, Point = point, Series = series.Name });
                return;
            }

            var shape = point.Target || series.Form == ChartForm.Diamond ? MarkShape.Diamond
                : series.Tone == ChartTone.Nation && !point.Forecast ? MarkShape.Triangle
                : benchmark || !point.IsActual ? MarkShape.Square
                : MarkShape.Dot;
            if (series.Form is ChartForm.Dots or ChartForm.Bars && shape is MarkShape.Dot && fromZero)
            {
                Marks.Add(new(MarkShape.Stem, at, at, point.Value, 0, colour) { Dashed = !IsFirm(point) });
            }

            // A name alone would seem to be that of the year under it: it stands with the last value, where the series ends.
            var names = benchmark && ReferenceEquals(point, series.Points[^1]);
            Marks.Add(new(shape, at, at, point.Value, point.Value, colour)
            {
                Fill = shape == MarkShape.Dot ? FillOf(point, colour, pale: false) : null,
                // Too small to be dashed and still be seen, but for a forecast, which has a colour of its own.
                Dashed = shape == MarkShape.Square && !point.IsActual,
                Label = names || !benchmark ? Write(point.Value) : null,
                Beside = !benchmark ? point.ShortLabel : names ? series.Name : null,
                NamesSeries = names,
                KeyLabel = keys.Contains(point),
                Small = series.Form == ChartForm.Line && series.Points.Count > MaxLabels * 2,
                Point = point,
                Series = series.Name,
            });
        }

        /// <summary>
        /// Joins neighbours that are no further apart than the series' own step and a half, of one scope and price basis. A
        /// line does not reach over what is missing, nor to what has not happened.
        /// </summary>
        private void AddJoins(ChartSeries series)
        {
            var line = series.Points.Where(p => !p.Target && !IsOfSeveralYears(p)).ToList();
            var steps = line.Zip(line.Skip(1), (a, b) => b.End.DayNumber - a.End.DayNumber).Where(d => d > 0).ToList();
            if (steps.Count == 0)
            {
                return;
            }

            var reach = steps.Min() * 1.5m;
            foreach (var alike in line.GroupBy(p => (p.Forecast, p.Predicted, p.KindUnstated, p.ScopeKey, p.PriceKey)))
            {
                foreach (var (a, b) in alike.Zip(alike.Skip(1)))
                {
                    if (b.End.DayNumber - a.End.DayNumber <= reach && a.End != b.End && !Interrupted(line, a, b))
                    {
                        Marks.Add(new(MarkShape.Join, At(a.Start, a.End), At(b.Start, b.End), a.Value, b.Value, ColourOf(series, b))
                        {
                            Dashed = !IsFirm(a) || !IsFirm(b),
                            Small = series.Form == ChartForm.Trace,
                        });
                    }
                }
            }
        }

        /// <summary>Whether a figure of another scope or price basis lies between two: the series has changed and changed back.</summary>
        private static bool Interrupted(List<ChartPoint> line, ChartPoint a, ChartPoint b) => a.IsActual && line.Any(p =>
            p.IsActual && p.End > a.End && p.End < b.End);

        private static string ColourOf(ChartSeries series, ChartPoint point) =>
            point.Forecast ? ForecastColour : point.Target ? "--ink" : point.KindUnstated ? "--ink-3" : ChartScene.ColourOf(series.Tone);

        /// <summary>Whether an actual bar stands where the bar of another figure would.</summary>
        private static bool IsOver(ChartPoint bar, ChartPoint other) =>
            bar is { IsActual: true } && bar.Start != bar.End && bar.Start <= other.Start && bar.End >= other.End;

        /// <summary>
        /// Where a figure stands: in the middle of the room of its bar; or at its end, where the chart has figures within
        /// years that need it. The end of a year alone is the year's.
        /// </summary>
        private decimal At(DateOnly start, DateOnly end)
        {
            if (atEnds || (start == end && !IsYearEnd(end)))
            {
                return end.DayNumber + 1m;
            }

            var (from, to) = start == end ? Slot(new(end.Year, 1, 1), end, 0, 1) : Slot(start, end, 0, 1);
            return (from + to) / 2;
        }

        private static bool IsFirm(ChartPoint point) => point is { Provisional: false, Unverified: false, IsActual: true };

        private static string? FillOf(ChartPoint point, string colour, bool pale) =>
            point.Unverified || !point.IsActual ? null : point.Provisional || pale ? colour + "-pale" : colour;

        /// <summary>The first, the last, the lowest and the highest of what has happened; of nothing, all that is expected and aimed at.</summary>
        private static HashSet<ChartPoint> KeyPoints(ChartSeries series)
        {
            var actual = series.Points.Where(p => p.IsActual).ToList();
            return actual.Count == 0 ? [.. series.Points] : [actual[0], actual[^1], actual.MinBy(p => p.Value)!, actual.MaxBy(p => p.Value)!, .. series.Points.Where(p => p.Target)];
        }

        private static int Days(ChartPoint point) => point.End.DayNumber - point.Start.DayNumber + 1;

        /// <summary>
        /// The place of a bar: the year keeps a margin on both sides, and what is shorter takes its part of what
        /// remains. Several series share it side by side.
        /// </summary>
        private static (decimal From, decimal To) Slot(DateOnly start, DateOnly end, int position, int of)
        {
            var year = new DateOnly(start.Year, 1, 1).DayNumber;
            var length = new DateOnly(start.Year, 12, 31).DayNumber + 1 - year;
            decimal Place(decimal day) => year + length * Inset + (day - year) * (1 - 2 * Inset);

            var from = Place(start.DayNumber);
            var to = end.Year == start.Year ? Place(end.DayNumber + 1) : end.DayNumber + 1 - length * Inset;
            var width = (to - from) / of;
            return (from + position * width, from + (position + 1) * width);
        }
    }
}
