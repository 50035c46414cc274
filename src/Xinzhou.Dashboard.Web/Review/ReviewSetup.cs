using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace Xinzhou.Dashboard.Web.Review;

/// <summary>Registers what reviewing needs beside what entering has.</summary>
internal static class ReviewSetup
{
    private static readonly int MaxCells = FormCheck.MaxRows * Enum.GetValues<CellField>().Length;

    // A reviewer may tick every cell of the longest form, with a text of each: more than the framework reads unless told to.
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .Configure<RazorComponentsServiceOptions>(options => options.MaxFormMappingCollectionSize = MaxCells)
        .Configure<FormOptions>(options => options.ValueCountLimit = Math.Max(options.ValueCountLimit, (2 * MaxCells) + 10))
        .AddSingleton<ReviewWords>();
}
