namespace Xinzhou.Dashboard.Domain.Progress.Pledges;

/// <summary>签订: a commitment signed as it stood. It belongs to those terms and to no others.</summary>
/// <param name="Id">Its number.</param>
/// <param name="FigureId">The target, as it was shown when it was signed.</param>
/// <param name="Digest">SHA-256 of <paramref name="Terms"/>, 64 hexadecimal digits.</param>
/// <param name="Terms">What was signed: <see cref="TargetTerms.Text"/>.</param>
/// <param name="By">Who, by the name shown.</param>
/// <param name="At">When.</param>
/// <param name="Factor">By what he proved that it is he.</param>
public sealed record CommitmentSignature(
    long Id, long FigureId, string Digest, string Terms, string By, DateTimeOffset At, SignatureFactor Factor);
