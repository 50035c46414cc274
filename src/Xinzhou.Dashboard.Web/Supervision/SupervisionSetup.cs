namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>Registers and maps what the pages of 督办 need.</summary>
internal static class SupervisionSetup
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) =>
        services.AddSingleton<NoticeText>().AddSingleton<NoticeRows>().AddSingleton<CircularText>();

    public static IEndpointRouteBuilder MapSupervision(this IEndpointRouteBuilder routes) =>
        routes.MapLedger().MapSheet().MapCircular().MapNoticeEvidence();
}
