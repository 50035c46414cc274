using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Texts by language.</summary>
public static class TextSetup
{
    /// <summary>The texts of the resource files, for every <see cref="IStringLocalizer{T}"/>.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddLocalization()
        .AddSingleton<ResourceManagerStringLocalizerFactory>()
        .Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, HeldTexts>())
        .Replace(ServiceDescriptor.Singleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>)));
}
