using System.Text;
using System.Text.Json;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// What the file of a pack proves by itself: whether it was changed since it was frozen and signed, and which verdicts it carries. It takes
/// nothing but the file.
/// </summary>
public sealed record PackCheck
{
    /// <summary>What is wrong; null for a pack that is intact.</summary>
    public PackFault? Fault { get; init; }

    /// <summary>SHA-256 of the file: the name of the pack.</summary>
    public required string Hash { get; init; }

    /// <summary>The code of what is reviewed; null where it cannot be read.</summary>
    public string? Subject { get; init; }

    /// <summary>The moment whose state was frozen, as it is written; null where it cannot be read.</summary>
    public string? AsOf { get; init; }

    /// <summary>The verdicts that it carries, also where something is wrong; empty where nobody has signed or nothing can be read.</summary>
    public IReadOnlyList<PackVerdict> Verdicts { get; init; } = [];

    /// <summary>Checks a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">The hash that it is named by; null where it has another name.</param>
    public static PackCheck Of(ReadOnlyMemory<byte> file, string? name = null)
    {
        var check = new PackCheck { Hash = Sha256.Of(file.Span) };
        using var document = CanonicalJson.Read(file);
        if (document is null) return check with { Fault = IsJsonOfPack(file) ? PackFault.NotCanonical : PackFault.NotAPack };
        if (!IsPack(document.RootElement)) return check with { Fault = PackFault.NotAPack };
        var root = document.RootElement;
        try
        {
            check = check with
            {
                Subject = root.GetProperty(PackFile.Content).GetProperty("subject").GetProperty("code").GetString(),
                AsOf = root.GetProperty(PackFile.Content).GetProperty("asOf").GetString(),
                Verdicts = [.. root.GetProperty(PackFile.Seals).EnumerateArray().SelectMany(s => PackVerdict.Of(s.GetProperty(PackFile.Terms)))],
            };
            return check with { Fault = FaultOf(root, check.Subject) ?? (name is not null && name != check.Hash ? PackFault.OtherName : null) };
        }
        catch (Exception missing) when (missing is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return check with { Fault = PackFault.FileChanged };
        }
    }

    private static PackFault? FaultOf(JsonElement root, string? subject)
    {
        var content = root.GetProperty(PackFile.ContentHash).GetString();
        if (PackFile.HashOf(root.GetProperty(PackFile.Content)) != content) return PackFault.ContentChanged;
        var before = new List<string>();
        foreach (var seal in root.GetProperty(PackFile.Seals).EnumerateArray())
        {
            var terms = seal.GetProperty(PackFile.Terms);
            if (PackFile.HashOf(terms) != seal.GetProperty(PackFile.Digest).GetString()) return PackFault.TermsChanged;
            // Each was signed under the file that stood before it: none can be left out, added or moved.
            var seen = Sha256.Of(PackFile.Write(Encoding.UTF8.GetBytes(root.GetProperty(PackFile.Content).GetRawText()), before));
            if (terms.GetProperty("pack").GetString() != seen || terms.GetProperty("content").GetString() != content || terms.GetProperty("subject").GetString() != subject)
            {
                return PackFault.SealMoved;
            }

            before.Add(terms.GetRawText());
        }

        return PackFile.DigestOf(root) == root.GetProperty(PackFile.Digest).GetString() ? null : PackFault.FileChanged;
    }

    private static bool IsPack(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(PackFile.FormatName, out var format)
        && format.ValueKind == JsonValueKind.String && format.GetString() == PackFile.Format;

    /// <summary>Whether it was a pack before somebody wrote it otherwise.</summary>
    private static bool IsJsonOfPack(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return IsPack(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // What was cut off or broken open is still told from another file by what it begins with.
            return Encoding.UTF8.GetString(file.Span[..Math.Min(file.Length, 16)]).TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith("{\"content\":{", StringComparison.Ordinal);
        }
    }
}
