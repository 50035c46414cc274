using Xinzhou.Dashboard.Web.Browse.Counties;
using Xinzhou.Dashboard.Web.Browse.Figures;

namespace Xinzhou.Dashboard.Web.Browse;

/// <summary>Registers what the reading pages need.</summary>
public static class BrowseSetup
{
    public static IServiceCollection AddBrowse(this IServiceCollection services) => services
        .AddScoped<PageView>()
        .AddSingleton<FigureWords>()
        .AddScoped<FigurePoints>()
        .AddSingleton(CountyTiles.Shapes);
}
