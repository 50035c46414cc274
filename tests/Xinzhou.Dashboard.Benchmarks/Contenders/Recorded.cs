using System.Net;
using System.Text.Json;

namespace Xinzhou.Dashboard.Benchmarks.Contenders;

/// <summary>An answer of the application, kept to be given again.</summary>
/// <param name="Path">What was asked for.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="File">Where its bytes are, below the folder.</param>
/// <param name="Brotli">Where they are packed; null when the application does not pack them.</param>
internal sealed record Recorded(string Path, string ContentType, string File, string? Brotli)
{
    private const string List = "answers.json";

    /// <summary>Asks the application and writes down what it answers.</summary>
    /// <param name="address">Where it serves.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="paths">What to ask for.</param>
    public static async Task WriteAsync(string address, string folder, params string[] paths)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(address) };
        var list = new List<Recorded>();
        foreach (var path in paths)
        {
            var (type, plain, _) = await AskAsync(client, path, null);
            // Twice: what is asked for again is what is shared.
            await AskAsync(client, path, "br");
            var (_, packed, encoding) = await AskAsync(client, path, "br");
            var file = $"{list.Count}.body";
            await System.IO.File.WriteAllBytesAsync(System.IO.Path.Combine(folder, file), plain);
            if (encoding == "br") await System.IO.File.WriteAllBytesAsync(System.IO.Path.Combine(folder, file + ".br"), packed);
            list.Add(new(path, type, file, encoding == "br" ? file + ".br" : null));
        }

        await System.IO.File.WriteAllTextAsync(System.IO.Path.Combine(folder, List), JsonSerializer.Serialize(list));
    }

    /// <summary>What was written.</summary>
    public static IReadOnlyList<Recorded> Read(string folder) =>
        JsonSerializer.Deserialize<Recorded[]>(System.IO.File.ReadAllText(System.IO.Path.Combine(folder, List)))!;

    private static async Task<(string Type, byte[] Body, string? Encoding)> AskAsync(HttpClient client, string path, string? takes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (takes is not null) request.Headers.AcceptEncoding.ParseAdd(takes);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (answer.Content.Headers.ContentType!.ToString(), await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentEncoding.FirstOrDefault());
    }
}
