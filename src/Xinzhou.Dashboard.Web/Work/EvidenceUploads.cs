using Microsoft.AspNetCore.Components.Forms;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Takes a file from a browser. One that is too large is refused by what the browser says of it, before anything is read;
/// the others go into a temporary file that only this program can read and that is gone when it is closed.
/// </summary>
/// <param name="settings">How large it may be.</param>
public sealed class EvidenceUploads(DashboardSettings settings)
{
    private const int Block = 1 << 16;

    /// <summary>The greatest size of a file, in bytes.</summary>
    public long MaxBytes => (long)settings.EvidenceMegabytes << 20;

    /// <summary>Receives a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Told how much is read, 0–100.</param>
    /// <param name="cancellation">Cancels; nothing is then kept.</param>
    /// <returns>What it holds, to be disposed of; or why it is not taken.</returns>
    /// <exception cref="IOException">It was changed or moved away since it was chosen.</exception>
    public async Task<(EvidenceFault? Fault, Stream? Content)> ReceiveAsync(IBrowserFile file, Action<int> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(progress);
        if (file.Size > MaxBytes) return (EvidenceFault.TooLarge, null);
        if (file.Size == 0) return (EvidenceFault.Empty, null);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var content = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            await using var sent = file.OpenReadStream(MaxBytes, cancellation);
            var buffer = new byte[Block];
            for (int count; (count = await sent.ReadAsync(buffer, cancellation)) > 0;)
            {
                await content.WriteAsync(buffer.AsMemory(0, count), cancellation);
                progress((int)(100 * content.Length / file.Size));
            }

            if (content.Length != file.Size) throw new EndOfStreamException();
            return (null, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }
}
