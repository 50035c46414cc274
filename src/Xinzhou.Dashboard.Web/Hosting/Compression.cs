using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Xinzhou.Dashboard.Web.Hosting;

/// <summary>
/// Packs pages, JSON and CSV for those who take it: Brotli, else gzip. Static files are packed when they are published.
/// </summary>
/// <remarks>
/// Packing over HTTPS lets an observer who can make a reader ask again and again guess a text of the answer that stays the
/// same and is secret, if the answer also repeats what is in the address. Reading pages hold no such secret, and what work pages carry
/// for their connection is encrypted anew every time. Answers to anything but GET and HEAD are not packed (the
/// negotiation of that connection answers with a key). A page that shows a secret, such as one of an account with the token
/// of its form, must not be packed either: it belongs into <see cref="IsPacked"/>.
/// </remarks>
internal static class Compression
{
    private static readonly PathString[] Secret = ["/account", "/setup", "/admin/users"];

    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "text/csv"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services;
    }

    public static WebApplication UseCompression(this WebApplication app)
    {
        app.UseWhen(IsPacked, packed => packed.UseResponseCompression());
        return app;
    }

    // Pages of an account show a key, pages of users a link.
    private static bool IsPacked(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Secret.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
