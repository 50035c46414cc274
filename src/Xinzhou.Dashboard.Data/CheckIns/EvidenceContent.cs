using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;

namespace Xinzhou.Dashboard.Data.CheckIns;

/// <summary>The content of files of evidence: each stands once, under its hash, in parts, whoever adds it to whatever.</summary>
internal static class EvidenceContent
{
    private const int PartSize = 1 << 18;

    /// <summary>Keeps a content that is not kept yet.</summary>
    /// <param name="change">Holds <see cref="ChangeLock.Evidence"/>.</param>
    /// <param name="hash">SHA-256 of the content.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="content">Can be sought in.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task KeepAsync(Change change, byte[] hash, EvidenceKind kind, Stream content, CancellationToken cancellation)
    {
        if (await change.Context.EvidenceFiles.AnyAsync(f => f.Hash == hash, cancellation)) return;
        change.Context.Add(new EvidenceFileEntity { Hash = hash, Kind = kind, Size = content.Length, StoredAt = change.Now });
        await change.SaveAsync(cancellation);
        content.Position = 0;
        var buffer = new byte[PartSize];
        for (var number = 0; await content.ReadAtLeastAsync(buffer, PartSize, throwOnEndOfStream: false, cancellation) is > 0 and var read; number++)
        {
            var part = change.Context.Add(new EvidencePartEntity { Hash = hash, Number = number, Content = buffer[..read] });
            await change.SaveAsync(cancellation);
            part.State = EntityState.Detached;
        }
    }
}
