using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Data.Tests.Snapshot;

public sealed class SnapshotPartsTests
{
    private static readonly AsOf Now = new(HandMade.Day("2026-01-01"));

    [Fact]
    public void What_is_worked_out_of_the_figures_outlives_a_change_of_everything_else()
    {
        var made = new HandMade();
        made.Add(Period.FullYear(2024), 1m);
        var snapshot = new Data.Snapshot.Snapshot { Figures = made.Book };
        var digest = snapshot.DigestAt(Now);

        Assert.Same(digest, (snapshot with { Figures = snapshot.Figures, Progress = [] }).DigestAt(Now));
        Assert.NotSame(digest, (snapshot with { Figures = made.Book }).DigestAt(Now));
    }

    [Fact]
    public void A_document_is_found_by_its_identifier()
    {
        var made = new HandMade();
        foreach (var year in Enumerable.Range(2000, 9))
        {
            made.Add(Period.FullYear(year), 1m, source: $"https://tjj.sxxz.gov.cn/{year}");
        }

        var snapshot = new Data.Snapshot.Snapshot { Sources = [.. made.Sources.Where(s => s.Id != 5).OrderBy(s => s.Id)] };

        Assert.All(snapshot.Sources, s => Assert.Same(s, snapshot.Source(s.Key)));
        Assert.All("d5,d0,d10,d01,D1,d,,s1,d99999999999".Split(','), key => Assert.Null(snapshot.Source(key)));
    }
}
