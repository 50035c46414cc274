using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Web.Api.Packs;

/// <summary>The file of a frozen pack, as canonical JSON (RFC 8785); the SHA-256 of the file is its name.</summary>
/// <param name="Format">What the format calls itself: xinzhou-dashboard/pack/1.</param>
/// <param name="ContentHash">SHA-256 of the content.</param>
/// <param name="Content">What was frozen: figures with their sources, targets, lights with what they were judged by, forecasts, check-ins, judgements, risks, changes, notices.</param>
/// <param name="Seals">The signatures until then, the earliest first.</param>
/// <param name="Digest">SHA-256 of the file without this field.</param>
public sealed record PackItem(string Format, string ContentHash, JsonObject Content, IReadOnlyList<PackSealItem> Seals, string Digest);
