using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class DigestCacheTests
{
    private static readonly RuleBook Rules = RuleBook.Parse(
        [("bound", """{"type":"growth_bound","bound":50}""")], new([Gdp], [Nation, Province, City]));

    private readonly DigestCache _cache = new();

    [Fact]
    public void What_is_held_of_now_ends_when_the_day_of_a_publication_comes_without_a_write()
    {
        // Held already, but not public before the first of March.
        var book = Book(Figure(1, 100m), Figure(2, 101m, source: 2, known: "2024-03-01", recorded: "2024-01-20"));

        var before = Digest(book, "2024-02-28");
        var after = Digest(book, "2024-03-01");

        Assert.Equal((0, 1, 1), (before.Conflicts.Count, before.Counts.Known, before.Counts.Sources));
        Assert.Equal((1, 2, 2), (after.Conflicts.Count, after.Counts.Known, after.Counts.Sources));
    }

    [Fact]
    public void Between_two_changes_it_is_worked_out_once()
    {
        var book = Book(Figure(1, 100m), Figure(2, 101m, source: 2, known: "2024-03-01"));

        var first = Digest(book, "2024-02-01");

        Assert.Same(first, Digest(book, "2024-02-28"));
        Assert.Same(first.Conflicts, Digest(book, "2024-02-28").Conflicts);
    }

    [Fact]
    public void The_two_clocks_are_not_taken_for_each_other()
    {
        var book = Book(Figure(1, 100m), Figure(2, 101m, source: 2, known: "2024-01-20", recorded: "2024-06-01"));

        Assert.Single(Digest(book, "2024-02-01").Conflicts);
        Assert.Empty(Digest(book, "2024-02-01", Clock.Recorded).Conflicts);
        Assert.Single(Digest(book, "2024-06-01", Clock.Recorded).Conflicts);
    }

    [Fact]
    public void Before_the_first_figure_nothing_is_known()
    {
        var digest = Digest(Book(Figure(1, 100m)), "2023-01-01");

        Assert.Equal((0, 0), (digest.Counts.Known, digest.Counts.Shown));
        Assert.Equal(0, Digest(FigureBook.Empty, "2023-01-01").Counts.Known);
    }

    [Fact]
    public void Of_many_moments_those_asked_for_last_are_held()
    {
        var book = Book([.. Enumerable.Range(1, 12).Select(m =>
            Figure(m, m, Period.Month(2023, m), known: $"2024-{m:D2}-01"))]);
        var (first, current) = (Digest(book, "2024-01-01"), Digest(book, "2024-12-31"));

        foreach (var month in Enumerable.Range(2, DigestCache.Capacity))
        {
            Digest(book, $"2024-{month:D2}-01");
            Assert.Same(current, Digest(book, "2024-12-31"));
        }

        Assert.NotSame(first, Digest(book, "2024-01-01"));
    }

    [Fact]
    public void Who_turns_pages_since_different_moments_has_one_digest_until_something_is_recorded()
    {
        var book = Book(Figure(1, 100m), Figure(2, 101m, source: 2, known: "2024-03-01", recorded: "2024-03-02"));
        var (now, since) = (At("2024-06-01"), At("2024-05-01").Moment);

        var first = _cache.At(Rules, book, now with { RecordedBy = since });

        Assert.Same(first, _cache.At(Rules, book, now with { RecordedBy = since.AddDays(1) }));
        Assert.NotSame(first, _cache.At(Rules, book, now with { RecordedBy = At("2024-03-01").Moment }));
        Assert.Equal(1, _cache.At(Rules, book, now with { RecordedBy = At("2024-03-01").Moment }).Counts.Known);
    }

    [Fact]
    public void What_documents_support_and_whatever_else_is_asked_of_all_figures_is_worked_out_once()
    {
        var digest = Digest(Book(Figure(1, 100m), Figure(2, 101m, source: 2, known: "2024-03-01")), "2024-04-01");
        var computed = 0;

        Assert.Equal("2", digest.Other(view => $"{view.Book.Count + computed++}"));
        Assert.Equal("2", digest.Other(view => $"{view.Book.Count + computed++}"));

        Assert.Equal(1, computed);
        Assert.Equal(2, digest.Sources.Count);
        Assert.Equal((2, 1), (digest.Sources.Values.Sum(u => u.Known), digest.Sources.Values.Sum(u => u.Shown)));
        Assert.Same(digest.Sources, digest.Sources);
    }

    [Fact]
    public void Findings_stand_the_worst_first_and_only_of_known_figures()
    {
        var growth = Series(measure: Measure.Yoy);
        var book = Book(Figure(1, 60m, series: growth), Figure(2, 70m, Period.FullYear(2024), growth, known: "2025-01-20"));

        var digest = Digest(book, "2024-12-31");

        Assert.Equal([1L], digest.Findings.Select(f => f.Figure.Id));
        Assert.Equal([2L, 1], Digest(book, "2025-12-31").Findings.Select(f => f.Figure.Id));
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same()
    {
        var book = Book(Figure(1, 100m), Figure(2, 101m, source: 2));

        var asked = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Digest(book, "2024-02-01").Conflicts)));

        Assert.Single(asked.Distinct(ReferenceEqualityComparer.Instance));
    }

    private Digest Digest(FigureBook book, string day, Clock clock = Clock.Known) => _cache.At(Rules, book, At(day, clock));
}
