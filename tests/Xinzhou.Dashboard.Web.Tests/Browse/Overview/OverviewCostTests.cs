using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;
using Xinzhou.Dashboard.Web.Browse;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Browse.Overview;

namespace Xinzhou.Dashboard.Web.Tests.Browse.Overview;

/// <summary>What pages are made of costs as much among many figures as among few, also the first after a change.</summary>
public sealed class OverviewCostTests : PageContext
{
    [Fact]
    public void A_model_costs_the_same_whatever_other_cities_have_and_the_first_after_a_change_what_the_second_costs()
    {
        var (few, many) = (Cost(4), Cost(40));

        Assert.InRange(many.Overview, 1, few.Overview * 1.2);
        Assert.InRange(many.Indicators, 1, few.Indicators * 1.2);
        Assert.InRange(many.FirstOverview, 1, few.FirstOverview * 1.5);
        Assert.InRange(many.FirstIndicators, 1, few.FirstIndicators * 1.5);
    }

    private (long Overview, long FirstOverview, long Indicators, long FirstIndicators) Cost(int cities)
    {
        var made = new ManyFigures(cities, 40);
        var snapshot = new Snapshot { Catalogue = made.Catalogue, Figures = FigureBook.Of(made.All(), []), Sources = made.Sources };
        Show(snapshot);
        Assert.Equal(7, Overview());
        Assert.Equal(40, Indicators());
        long[] again = [Bytes(Overview), Bytes(Indicators)];
        long[] first = [0, 0];
        for (var i = 0; i < 3; i++)
        {
            var added = made.Another(made.Series[0], ManyFigures.Now.AddYears(-2), 47) with { Id = 10_000_000 + i };
            snapshot = snapshot with { Figures = snapshot.Figures.With([added], []) };
            Show(snapshot);
            first = [Bytes(Overview), Bytes(Indicators)];
        }

        return (again[0], first[0], again[1], first[1]);

        int Overview()
        {
            var view = ActivatorUtilities.CreateInstance<PageView>(Services);
            var model = new OverviewModel(view);
            Assert.NotNull(CountiesModel.Unasked(view.Digest, view.Catalogue));
            Assert.Empty(model.Attention());
            Assert.True(model.Figures > 0);
            return model.Headlines.Count(h => h.Main is not null);
        }

        int Indicators() => new IndicatorListModel(snapshot, snapshot.Figures.At(new(Now)), made.Catalogue.City).WithData;
    }

    private static long Bytes(Func<int> ask)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        ask();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
