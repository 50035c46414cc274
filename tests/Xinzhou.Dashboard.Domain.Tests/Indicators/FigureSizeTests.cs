using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Testing.Indicators;

namespace Xinzhou.Dashboard.Domain.Tests.Indicators;

public sealed class FigureSizeTests
{
    [Fact]
    public void Millions_of_figures_fit_into_memory_for_one_takes_two_hundred_bytes()
    {
        var figure = new HandMade().Add(Period.FullYear(2024), 676.5m);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var copy = figure with { };
        var size = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(figure, copy);
        Assert.InRange(size, 1, 200);
    }
}
