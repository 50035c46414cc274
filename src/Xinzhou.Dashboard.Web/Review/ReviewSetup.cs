namespace Xinzhou.Dashboard.Web.Review;

/// <summary>Registers what reviewing needs beside what entering has.</summary>
internal static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services.AddSingleton<ReviewWords>();
}
