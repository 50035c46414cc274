using Xinzhou.Dashboard.Domain.Progress.Forecasting;
using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Browse.Figures;
using Xinzhou.Dashboard.Web.Browse.Indicators;
using Xinzhou.Dashboard.Web.Downloads;
using Xinzhou.Dashboard.Web.Downloads.Register;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>Registers what the reading pages need.</summary>
public static class BrowseSetup
{
    /// <param name="services">Gets it.</param>
    /// <param name="map">What the map of the counties is drawn of; bricks if left out.</param>
    public static IServiceCollection AddBrowse(this IServiceCollection services, CountyShapes? map = null) => services
        .AddScoped<PageView>()
        .AddSingleton<FigureWords>()
        .AddSingleton<LightWords>()
        .AddSingleton<CheckInWords>()
        .AddSingleton<JudgementWords>()
        .AddSingleton<ChainWords>()
        .AddSingleton<ForecastWords>()
        .AddSingleton<OutlookCache>()
        .AddScoped<FigurePoints>()
        .AddSingleton<FigureWorkbook>()
        .AddSingleton<RegisterWorkbook>()
        .AddSingleton<SourceNames>()
        .AddSingleton(map ?? CountyTiles.Shapes);
}
