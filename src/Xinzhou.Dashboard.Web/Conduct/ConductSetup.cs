namespace Xinzhou.Dashboard.Web.Conduct;

/// <summary>Registers and maps what the pages of ownership and conduct need.</summary>
internal static class ConductSetup
{
    public static IServiceCollection AddConduct(this IServiceCollection services) =>
        services.AddSingleton<ConductWords>().AddSingleton<OwnerWords>().AddSingleton<ConductReading>().AddSingleton<ConductWorkbook>();

    public static IEndpointRouteBuilder MapConduct(this IEndpointRouteBuilder routes) => routes.MapConductFiles();
}
