using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>
/// The application as a process of its own, with its private PostgreSQL in a folder that is removed afterwards; other
/// processes can work on the same folder meanwhile.
/// </summary>
public sealed class DashboardProcess : IAsyncDisposable
{
    private const int Terminate = 15;

    private readonly string _folder;
    private readonly Process _process;

    private DashboardProcess(string folder, Process process) => (_folder, _process) = (folder, process);

    /// <summary>Where it serves, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts it on a free port and waits until it is ready.</summary>
    public static async Task<DashboardProcess> StartAsync(params string[] arguments)
    {
        // Not a folder of mode 0700: as root the server runs as another user.
        var folder = Path.Combine("/tmp", $"xzd-process-{Guid.NewGuid():N}"[..24]);
        var started = new DashboardProcess(folder, Start(folder, ["--urls", "http://127.0.0.1:0", .. arguments]));
        _ = started._process.StandardError.ReadToEndAsync();
        using var timeout = Wait.Limited();
        try
        {
            while (await started._process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                if (line.StartsWith("Ready: ", StringComparison.Ordinal))
                {
                    started.Address = line["Ready: ".Length..];
                    return started;
                }
            }

            throw new InvalidOperationException("The application ended before it was ready.");
        }
        catch
        {
            // It is not to go on without anybody.
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command on the same data, as another process.</summary>
    /// <returns>Exit code and what it printed.</returns>
    public Task<(int Code, string Output)> RunAsync(params string[] arguments) => RunOnAsync(_folder, arguments);

    /// <summary>Runs a command that takes no data: its folder is not there, and is not made.</summary>
    /// <returns>Exit code and what it printed.</returns>
    public static async Task<(int Code, string Output)> RunAloneAsync(params string[] arguments)
    {
        var folder = Path.Combine("/tmp", $"xzd-none-{Guid.NewGuid():N}"[..24]);
        var ended = await RunOnAsync(folder, arguments);
        Assert.False(Directory.Exists(folder));
        return ended;
    }

    /// <summary>
    /// kill -9 of its PostgreSQL, which stays away until what is returned is disposed of: nobody can start it before.
    /// </summary>
    public async Task<IAsyncDisposable> LosePostgresAsync()
    {
        var home = Path.Combine(_folder, "postgresql");
        var away = await Wait.ForAsync(HoldAsync(Path.Combine(home, "server.lock")));
        var lockFile = Directory.EnumerateFiles(home, "postmaster.pid", SearchOption.AllDirectories).Single();
        var number = int.Parse(File.ReadLines(lockFile).First(), CultureInfo.InvariantCulture);
        using var postmaster = Process.GetProcessById(number);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        return away;
    }

    /// <summary>Tells it to stop and waits until it and its database have.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, Terminate);
            using var timeout = Wait.Limited();
            await _process.WaitForExitAsync(timeout.Token);
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            _process.Kill(entireProcessTree: true);
            _process.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunOnAsync(string folder, IEnumerable<string> arguments)
    {
        using var command = Start(folder, arguments);
        using var timeout = Wait.Limited();
        var errors = command.StandardError.ReadToEndAsync(timeout.Token);
        var output = await command.StandardOutput.ReadToEndAsync(timeout.Token);
        await command.WaitForExitAsync(timeout.Token);
        return (command.ExitCode, output + await errors);
    }

    private static async Task<FileStream> HoldAsync(string path)
    {
        FileStream? held = null;
        await Wait.UntilAsync(() =>
        {
            try
            {
                held = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Somebody starts or stops the server just now.
            }

            return held is not null;
        });
        return held!;
    }

    private static Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Xinzhou.Dashboard.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--data");
        start.ArgumentList.Add(folder);
        return Process.Start(start) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{start.FileName} did not start."));
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
