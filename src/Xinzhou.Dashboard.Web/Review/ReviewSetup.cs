using Microsoft.Extensions.DependencyInjection.Extensions;
using Xinzhou.Dashboard.Data.Reporting;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>Registers what reviewing needs.</summary>
internal static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        // Entering needs most of these too: whoever registers first.
        services.TryAddSingleton<ReturnList>();
        services.TryAddSingleton<ReturnSteps>();
        services.TryAddSingleton<ReturnRelease>();
        return services.AddSingleton<ReviewList>().AddSingleton<ReviewWords>();
    }
}
