using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Reviews;

namespace Xinzhou.Dashboard.Data.Reviews;

/// <summary>Gives frozen packs by their names, with the signatures that a name stands for.</summary>
/// <param name="contexts">Makes contexts.</param>
public sealed class PackStore(IDbContextFactory<DashboardContext> contexts)
{
    /// <summary>The file of a pack, put together of what is kept; null where no pack has the name.</summary>
    /// <param name="hash">Its name. Whether the file has that hash is for <see cref="PackCheck"/> to say.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<byte[]?> ReadAsync(string hash, CancellationToken cancellation = default)
    {
        if (!Sha256.IsHash(hash)) return null;
        await using var context = await contexts.ReadAsync(cancellation);
        if (await context.ReviewPacks.Where(p => p.Hash == hash).Select(p => p.Content).SingleOrDefaultAsync(cancellation) is { } frozen) return Put(frozen, []);
        var seal = await context.ReviewSeals.Where(s => s.Hash == hash).Select(s => new { s.Id, s.ReviewId, s.PackId }).SingleOrDefaultAsync(cancellation);
        if (seal is null) return null;
        var content = await context.ReviewPacks.Where(p => p.Id == seal.PackId).Select(p => p.Content).SingleAsync(cancellation);
        var terms = await context.ReviewSeals.Where(s => s.ReviewId == seal.ReviewId && s.Id <= seal.Id).OrderBy(s => s.Id).Select(s => s.Terms).ToListAsync(cancellation);
        return Put(content, terms);
    }

    /// <summary>The file; empty where what is kept is not even JSON any more, so that it has another hash than its name in any case.</summary>
    private static byte[] Put(byte[] content, IEnumerable<string> terms)
    {
        try
        {
            return PackFile.Write(content, terms);
        }
        catch (Exception changed) when (changed is JsonException or FormatException or InvalidOperationException)
        {
            return [];
        }
    }
}
