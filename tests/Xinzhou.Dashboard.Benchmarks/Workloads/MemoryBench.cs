using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Browse.Overview;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>
/// What pages and lists are made of, in memory at three sizes, without a server: what it takes and what it allocates when it is asked
/// again, and first after a change.
/// </summary>
internal static class MemoryBench
{
    private const int Greatest = 333;

    public static Task<Table> RunAsync(Arguments arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        var table = new Table("In memory: models and lists by the number of figures", "again, µs", "again, KB", "first after a change, µs", "first after a change, KB");
        var greatest = arguments.Figures > 0 ? Math.Max(1, arguments.Figures * Greatest / 3_200_000) : Greatest;
        foreach (var cities in new[] { 1, greatest / 10, greatest }.Distinct().Where(c => c > 0)) Measure(table, cities, arguments.Rounds);
        return Task.FromResult(table);
    }

    private static void Measure(Table table, int cities, int rounds)
    {
        var many = new ManyFigures(cities, 200);
        var (bytes, began) = (GC.GetTotalMemory(true), Stopwatch.GetTimestamp());
        var packer = new FigurePacker();
        foreach (var figure in many.All()) packer.Add(figure);
        var packed = packer.Pack();
        var (made, count) = (Stopwatch.GetElapsedTime(began).TotalMilliseconds, packed.Count);
        var ofFigures = GC.GetTotalMemory(true) - bytes;
        began = Stopwatch.GetTimestamp();
        var book = FigureBook.Of(packed, []);
        var built = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(FormattableString.Invariant(
            $"{count:#,0} figures: made and packed in {made:F0} ms, {ofFigures / count} bytes each; book built in {built:F0} ms, {(GC.GetTotalMemory(true) - bytes) / count} bytes each in all"));

        var (now, id) = (ManyFigures.Now, (long)count);
        var clock = new StandingClock(now);
        var store = new SnapshotStore();
        store.Replace(new Snapshot { Catalogue = many.Catalogue, Figures = book, Sources = many.Sources, Rules = Rules(many.Catalogue) });
        var address = new Address(new Standing(), clock);
        var noFilter = new FigureFilter { Series = SeriesFilter.None };
        var series = many.Series[0];
        var past = ManyFigures.Now.AddYears(-9);
        var read = 0L;

        (string Name, Action Ask)[] asked =
        [
            ("overview", () => { var model = new OverviewModel(View()); read += model.Attention().Count() + (CountiesModel.Unasked(View().Digest, many.Catalogue)?.Rows.Count ?? 0); }),
            ("list of indicators", () => read += new IndicatorListModel(store.Current, View().Figures, many.Catalogue.City).WithData),
            ("counties", () => read += CountiesModel.Of(View().Figures, many.Catalogue, new())?.Rows.Count ?? 0),
            ("conflicts", () => read += store.Current.DigestAt(new(now)).Conflicts.Count),
            ("500 figures with their total", () => read += FigureRows.Of(store.Current.Figures.Histories, new(now), noFilter).Take(501).Count() + store.Current.DigestAt(new(now)).Counts.Shown),
            ("one series as of another day", () =>
            {
                past = past.AddMinutes(1);
                var view = store.Current.Figures.At(new(past));
                read += FigureRows.Of([view.Find(series.Id)!], view.AsOf, noFilter).Sum(r => store.Current.Rules.Findings(view, r.Figure!).Count());
            }),
        ];
        foreach (var (name, ask) in asked)
        {
            // Small enough to be asked often are asked often.
            ask();
            var first = Sample(ask, 1).Times[0];
            var again = Sample(ask, (int)Math.Clamp(300_000 / Math.Max(first, 1), 3, 200) * rounds);
            var (after, afterBytes) = (new List<double>(), new List<double>());
            for (var i = 0; i < 2 + rounds; i++)
            {
                Change();
                var once = Sample(ask, 1);
                if (i < 2) continue;
                after.AddRange(once.Times);
                afterBytes.AddRange(once.Bytes);
            }

            table.Add($"{name}, {count:#,0}", [], Spread.Of(again.Times), Spread.Of(again.Bytes), Spread.Of(after), Spread.Of(afterBytes));
            Console.WriteLine(FormattableString.Invariant($"  {name}: {Spread.Of(again.Times)} µs, {Spread.Of(again.Bytes)} KB; after a change {Spread.Of(after)} µs, {Spread.Of(afterBytes)} KB"));
        }

        var one = Sample(Change, 20 * rounds);
        table.Add($"a change of one figure is put in, {count:#,0}", [], Spread.Of(one.Times), Spread.Of(one.Bytes), null, null);
        var step = Math.Max(1, many.Series.Count / 48);
        var wide = Sample(() => Add([.. Enumerable.Range(0, 48).Select(i => many.Another(many.Series[i * step % many.Series.Count], now, i))]), 5 * rounds);
        table.Add($"a change of 48 series is put in, {count:#,0}", [], Spread.Of(wide.Times), Spread.Of(wide.Bytes), null, null);
        Console.WriteLine(FormattableString.Invariant($"  one figure put in: {Spread.Of(one.Times)} µs, {Spread.Of(one.Bytes)} KB; 48 series: {Spread.Of(wide.Times)} µs, {Spread.Of(wide.Bytes)} KB ({read})"));

        PageView View() => new(store, address, clock);
        void Change() => Add([many.Another(series, now, 47)]);
        void Add(Figure[] added)
        {
            for (var i = 0; i < added.Length; i++) added[i] = added[i] with { Id = ++id };
            store.Replace(store.Current with { Figures = store.Current.Figures.With(added, []) });
        }
    }

    private static (List<double> Times, List<double> Bytes) Sample(Action ask, int times)
    {
        var (micros, kilobytes) = (new List<double>(times), new List<double>(times));
        for (var i = 0; i < times; i++)
        {
            var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            ask();
            micros.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds);
            kilobytes.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0);
        }

        return (micros, kilobytes);
    }

    private static RuleBook Rules(Catalogue catalogue)
    {
        using var stream = ReferenceFiles.Open(ReferenceFiles.Rules);
        using var rules = JsonDocument.Parse(stream);
        return RuleBook.Parse(
            [.. rules.RootElement.EnumerateArray().Select(r => (
                r.GetProperty("code").GetString()!,
                JsonSerializer.Serialize(r.EnumerateObject().Where(p => p.Name != "code").ToDictionary(p => p.Name, p => p.Value))))],
            catalogue);
    }

    private sealed class Standing : NavigationManager
    {
        public Standing() => Initialize("http://localhost/", "http://localhost/");
    }
}
