using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using static Xinzhou.Dashboard.Domain.Tests.Indicators.Sample;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class SeriesMomentsTests
{
    private readonly SeriesMoments<string> _moments;
    private readonly List<AsOf> _computed = [];

    public SeriesMomentsTests()
    {
        var book = Book([.. Enumerable.Range(1, 8).Select(m => Figure(m, m, Period.Month(2023, m), known: $"2024-{m:D2}-01", recorded: $"2024-{m:D2}-01"))]);
        _moments = new(book.Histories[0]);
    }

    [Fact]
    public void Readers_of_different_moments_do_not_take_it_from_each_other()
    {
        for (var round = 0; round < 10; round++)
        {
            foreach (var month in Enumerable.Range(1, SeriesMoments<string>.Capacity))
            {
                Ask($"2024-{month:D2}-15");
            }
        }

        Assert.Equal(SeriesMoments<string>.Capacity, _computed.Count);
    }

    [Fact]
    public void Moments_between_two_changes_are_one()
    {
        Assert.Same(Ask("2024-02-01"), Ask("2024-02-28"));
        Assert.Same(Ask("2024-12-01"), Ask("2026-12-01"));
        Assert.Same(Ask("2023-01-01"), Ask("2023-12-31"));
        Assert.Equal(3, _computed.Count);
    }

    [Fact]
    public void No_more_than_a_few_are_held_and_the_one_asked_for_last_stays()
    {
        var now = Ask("2024-12-01");
        foreach (var month in Enumerable.Range(1, 7))
        {
            Ask($"2024-{month:D2}-15");
            Assert.Same(now, Ask("2024-12-01"));
        }

        Assert.Equal(8, _computed.Count);
        Ask("2024-01-15");
        Assert.Equal(9, _computed.Count);
    }

    private string Ask(string day) => _moments.At(At(day), asOf =>
    {
        _computed.Add(asOf);
        return $"{asOf.Moment:O}";
    });
}
