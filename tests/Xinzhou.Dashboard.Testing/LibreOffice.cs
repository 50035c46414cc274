using System.Diagnostics;

namespace Xinzhou.Dashboard.Testing;

/// <summary>The real LibreOffice, without a window: opens a file and saves it in another format.</summary>
public static class LibreOffice
{
    /// <summary>Converts a file.</summary>
    /// <param name="content">The file.</param>
    /// <param name="from">Its ending, without a dot.</param>
    /// <param name="to">The ending asked for, with the filter and its options behind a colon if they matter.</param>
    /// <exception cref="InvalidOperationException">LibreOffice could not; the message is what it said.</exception>
    public static async Task<byte[]> ConvertAsync(byte[] content, string from, string to)
    {
        var folder = Directory.CreateTempSubdirectory("xzd-office-").FullName;
        try
        {
            var file = Path.Combine(folder, $"in.{from}");
            await File.WriteAllBytesAsync(file, content);
            var start = new ProcessStartInfo("soffice")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    // A profile of its own: two at once would wait for each other.
                    $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", Path.Combine(folder, "out"), file,
                },
            };
            using var process = Process.Start(start)!;
            using var timeout = Wait.Limited();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(timeout.Token), process.StandardError.ReadToEndAsync(timeout.Token));
            try
            {
                await process.WaitForExitAsync(timeout.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            var result = Path.Combine(folder, "out", $"in.{to.Split(':')[0]}");
            return File.Exists(result)
                ? await File.ReadAllBytesAsync(result)
                : throw new InvalidOperationException($"LibreOffice made no file: {await output}{await errors}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
