using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor;
using MudBlazor.Services;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>Registers what work pages need in a circuit.</summary>
internal static class WorkSetup
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddMudServices(options => options.PopoverOptions.ThrowOnDuplicateProvider = true);
        services.AddTransient<MudLocalizer, LibraryLocalizer>();
        services.AddLocalizationInterceptor(provider => new DefaultLocalizationInterceptor(
            provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<MudLocalizer>())
        { IgnoreDefaultEnglish = true });
        services.AddScoped<CircuitHandler, CircuitLanguage>();
        services.AddScoped<WorkScript>();
        services.AddScoped<Drafts>();
        services.AddScoped<Toasts>();
        services.AddSingleton<EvidenceUploads>();
        services.AddSingleton<EvidenceText>();
        return services;
    }
}
