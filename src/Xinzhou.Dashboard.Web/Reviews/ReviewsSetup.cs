namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>Registers what the pages of 交账 need.</summary>
internal static class ReviewsSetup
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<ReviewText>();
}
