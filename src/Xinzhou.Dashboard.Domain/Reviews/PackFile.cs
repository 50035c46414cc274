using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// The file of a pack, as canonical JSON: <c>content</c>, what was frozen; <c>contentHash</c>, its SHA-256; <c>seals</c>, the terms of each
/// signature with their digest; <c>format</c>; and <c>digest</c>, the SHA-256 of the file without itself, so that a file shows by itself
/// whether it was changed. The SHA-256 of the file is its name.
/// </summary>
public static class PackFile
{
    /// <summary>What the format calls itself.</summary>
    public const string Format = "xinzhou-dashboard/pack/1";

    /// <summary>What is not a pack of a city in any case, in bytes.</summary>
    public const int MaxSize = 256 * 1024 * 1024;

    internal const string Content = "content";
    internal const string ContentHash = "contentHash";
    internal const string Digest = "digest";
    internal const string FormatName = "format";
    internal const string Seals = "seals";
    internal const string Terms = "terms";

    /// <summary>Writes the file of a pack.</summary>
    /// <param name="content">What was frozen, as canonical JSON.</param>
    /// <param name="terms">The terms of the signatures as they were written, the earliest first.</param>
    public static byte[] Write(ReadOnlySpan<byte> content, IEnumerable<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var file = new JsonObject
        {
            [FormatName] = Format,
            [ContentHash] = Sha256.Of(content),
            [Content] = JsonNode.Parse(content),
            [Seals] = new JsonArray([.. terms.Select(t => new JsonObject { [Digest] = SealTerms.Digest(t), [Terms] = JsonNode.Parse(t) })]),
        };
        file[Digest] = Sha256.Of(CanonicalJson.Write(file));
        return CanonicalJson.Write(file);
    }

    /// <summary>The digest of a file: SHA-256 of it without its digest.</summary>
    internal static string DigestOf(JsonElement file)
    {
        var rest = new JsonObject();
        foreach (var property in file.EnumerateObject())
        {
            if (property.Name != Digest) rest[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return Sha256.Of(CanonicalJson.Write(rest));
    }

    /// <summary>The SHA-256 of a part of a file, which is canonical itself.</summary>
    internal static string HashOf(JsonElement part) => Sha256.Of(Encoding.UTF8.GetBytes(part.GetRawText()));
}
