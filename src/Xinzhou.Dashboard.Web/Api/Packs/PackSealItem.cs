using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Web.Api.Packs;

/// <summary>A signature under a pack.</summary>
/// <param name="Digest">SHA-256 of its terms.</param>
/// <param name="Terms">What was signed: the pack as the reviewer saw it, his verdicts with their anchor texts, who, when, by which factor.</param>
public sealed record PackSealItem(string Digest, JsonObject Terms);
