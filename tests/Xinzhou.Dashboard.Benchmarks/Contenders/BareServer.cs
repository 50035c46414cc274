using System.Reflection;
using Xinzhou.Dashboard.Benchmarks.Machine;

namespace Xinzhou.Dashboard.Benchmarks.Contenders;

/// <summary>
/// The limit of the machine, M: Kestrel and nothing else, which gives the bytes of the application's answers from memory.
/// </summary>
internal static class BareServer
{
    /// <summary>What the program is told to be one.</summary>
    public const string Word = "bare";

    /// <summary>Starts one as a process of its own.</summary>
    /// <param name="folder">Holds the answers.</param>
    public static Task<ChildProcess> StartAsync(string folder) => ChildProcess.ServeAsync(Assembly.GetExecutingAssembly().Location, Word, folder);

    /// <summary>Is one, until it is told to stop.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var answers = Recorded.Read(folder).ToDictionary(
            a => a.Path,
            a => (a.ContentType, Plain: Bytes(a.File), Packed: a.Brotli is null ? null : Bytes(a.Brotli)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context =>
        {
            var (request, response) = (context.Request, context.Response);
            var (type, plain, packed) = answers[request.Path + request.QueryString];
            var body = plain;
            if (packed is not null && request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            {
                body = packed;
                response.Headers.ContentEncoding = "br";
            }

            response.ContentType = type;
            response.ContentLength = body.Length;
            return response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.StartAsync();
        Console.WriteLine($"Ready: {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
        return 0;

        byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(folder, file));
    }
}
