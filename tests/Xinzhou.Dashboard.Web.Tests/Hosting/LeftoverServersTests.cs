using System.Diagnostics;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Faults")]
public sealed class LeftoverServersTests
{
    [Fact]
    public async Task The_server_of_a_killed_process_is_stopped_and_its_folder_removed()
    {
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        var folder = $"/tmp/{LeftoverServers.Prefix}{dead.Id}-{Guid.NewGuid():N}"[..32];
        string server;
        using (var living = DashboardProcess.Start("--data", folder, "--urls", "http://127.0.0.1:0"))
        {
            await Wait.ForAsync(living.Output.ReadLineAsync());
            var pidFile = Directory.EnumerateFiles(Path.Combine(folder, "postgresql"), "postmaster.pid", SearchOption.AllDirectories).Single();
            server = File.ReadLines(pidFile).First();

            await LeftoverServers.RemoveAsync();

            Assert.True(IsThere(server), "The server of a living process was stopped.");
        }

        // Killed: the kernel takes a moment to drop its locks.
        Assert.True(IsThere(server), "The server did not outlive its process: nothing is tested.");
        await Wait.UntilAsync(async () =>
        {
            await LeftoverServers.RemoveAsync();
            return !Directory.Exists(folder);
        });

        // It takes its file of the process away a moment before it is gone itself.
        await Wait.UntilAsync(() => !IsThere(server));
    }

    // A process that has ended and whose end nobody has asked for yet has no command.
    private static bool IsThere(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
