using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Live;

/// <summary>What <c>eng/bench live</c> counts with: many viewers of one page, each of whom gets the figure that others commit.</summary>
[Collection(nameof(LeadershipTests))]
public sealed class LightViewerTests(DashboardApp app)
{
    private const int Viewers = 20;

    [Fact]
    public async Task Every_viewer_of_a_page_has_the_new_figure()
    {
        using var timeout = Wait.Limited();
        var viewers = new List<LightViewer>();
        try
        {
            while (viewers.Count < Viewers) viewers.Add(await LightViewer.OpenAsync(app.Client, "/indicators/gdp", timeout.Token));
            var (left, all) = (Viewers, new TaskCompletionSource());
            foreach (var viewer in viewers)
            {
                viewer.Refreshed += (page, _) => { if (page.Contains("4019.37", StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0) all.TrySetResult(); };
            }

            await app.ImportAsync(
                """
                indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note
                地区生产总值,忻州市,2009-FY,4019.37,亿元,,https://example.invalid/viewers,annual,最终核实,,
                """);

            await all.Task.WaitAsync(timeout.Token);
        }
        finally
        {
            await Task.WhenAll(viewers.Select(v => v.DisposeAsync().AsTask()));
        }
    }
}
