using System.Diagnostics;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>A small file system in memory that can be filled to its last page, in a folder that is removed afterwards.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _ballast;

    private SmallDisk(string folder) => (Folder, _ballast) = (folder, Path.Combine(folder, "ballast"));

    /// <summary>Where it is mounted.</summary>
    public string Folder { get; }

    /// <summary>Mounts one.</summary>
    /// <param name="size">How much it holds, as mount takes it: 200m.</param>
    public static async Task<SmallDisk> MountAsync(string size)
    {
        var folder = FaultedDashboard.NewFolder();
        Directory.CreateDirectory(folder);
        Assert.Equal(0, await RunAsync("mount", "-t", "tmpfs", "-o", $"size={size},mode=0755", "tmpfs", folder));
        return new(folder);
    }

    /// <summary>Moves a folder to another disk; it is found where it was.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="elsewhere">Where it goes.</param>
    public static async Task MoveAsync(string path, string elsewhere)
    {
        Assert.Equal(0, await RunAsync("mv", path, elsewhere));
        Directory.CreateSymbolicLink(path, elsewhere);
    }

    /// <summary>Fills it.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(_ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1 << 20, 1 << 12 })
        {
            var block = new byte[size];
            try
            {
                while (true) ballast.Write(block);
            }
            catch (IOException)
            {
                // There is no room for another block of this size.
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Clear() => File.Delete(_ballast);

    public async ValueTask DisposeAsync()
    {
        Assert.Equal(0, await RunAsync("umount", Folder));
        Directory.Delete(Folder);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await Wait.ForAsync(process.WaitForExitAsync());
        return process.ExitCode;
    }
}
