using Microsoft.AspNetCore.Components.Forms;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Plan.CheckIns;

/// <summary>
/// Takes a file from a browser. One that is too large is refused by what the browser says of it, before anything is read;
/// the others go into a temporary file that only this program can read and that is gone when it is closed.
/// </summary>
/// <param name="store">Keeps it.</param>
/// <param name="settings">How large it may be.</param>
public sealed class EvidenceUploads(EvidenceStore store, DashboardSettings settings)
{
    private const int Block = 1 << 16;

    /// <summary>The greatest size of a file, in bytes.</summary>
    public long MaxBytes => (long)settings.EvidenceMegabytes << 20;

    /// <summary>Adds a file to an item and quarter.</summary>
    /// <param name="key">To what.</param>
    /// <param name="file">The file.</param>
    /// <param name="actor">Who.</param>
    /// <param name="progress">Told how much is read, 0–100.</param>
    /// <param name="cancellation">Cancels; nothing is then kept.</param>
    /// <exception cref="IOException">It was changed or moved away since it was chosen.</exception>
    public async Task<EvidenceOutcome> AddAsync(
        CheckInKey key, IBrowserFile file, Actor actor, Action<int> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(progress);
        if (file.Size > MaxBytes) return EvidenceFault.TooLarge;
        if (file.Size == 0) return EvidenceFault.Empty;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var content = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        await using (var sent = file.OpenReadStream(MaxBytes, cancellation))
        {
            var buffer = new byte[Block];
            for (int count; (count = await sent.ReadAsync(buffer, cancellation)) > 0;)
            {
                await content.WriteAsync(buffer.AsMemory(0, count), cancellation);
                progress((int)(100 * content.Length / file.Size));
            }
        }

        if (content.Length != file.Size) throw new EndOfStreamException();
        return await store.AddAsync(key, file.Name, content, actor, cancellation);
    }
}
