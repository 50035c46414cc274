namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>A verdict that was signed.</summary>
/// <param name="Entry">What was said.</param>
/// <param name="Notice">Of 再办 the number of the notice that was issued with the signature; else null.</param>
public sealed record SealedVerdict(VerdictEntry Entry, string? Notice);
