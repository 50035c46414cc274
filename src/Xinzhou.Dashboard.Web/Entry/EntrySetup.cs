using Xinzhou.Dashboard.Web.Entry.Grid;
using Xinzhou.Dashboard.Web.Entry.Grid.Saving;
using Xinzhou.Dashboard.Web.Entry.Grid.Workbooks;

namespace Xinzhou.Dashboard.Web.Entry;

/// <summary>Registers and maps what reporters work with.</summary>
internal static class EntrySetup
{
    public static IServiceCollection AddEntry(this IServiceCollection services) => services
        .AddSingleton<Refusals>()
        .AddSingleton<EntryText>()
        .AddSingleton<LaidReturns>()
        .AddSingleton<EntryDesk>()
        .AddSingleton<CellSaver>()
        .AddSingleton<PasteReader>()
        .AddSingleton<WorkbookText>()
        .AddSingleton<WorkbookRows>()
        .AddSingleton<WorkbookJudge>()
        .AddSingleton<ReturnWatch>()
        .AddHostedService<CalendarLifetime>();

    public static WebApplication MapEntry(this WebApplication app)
    {
        EntryEndpoints.Map(app);
        return app;
    }
}
