using System.Diagnostics;
using System.Text;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>The application as a process of its own, as eng/run starts it.</summary>
internal sealed class DashboardProcess : IDisposable
{
    private const int Sigterm = 15;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private DashboardProcess(string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        _process = Process.Start(new ProcessStartInfo(dotnet, [typeof(DashboardHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <summary>Starts it without waiting.</summary>
    public static DashboardProcess Start(params string[] arguments) => new(arguments);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = new DashboardProcess(arguments);
        var output = await process.Output.ReadToEndAsync();
        await Wait.ForAsync(process._process.WaitForExitAsync());
        return (process._process.ExitCode, output, process.Errors);
    }

    /// <summary>SIGTERM, and what it exits with.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", [$"-{Sigterm}", $"{_process.Id}"]);
        return await ExitAsync();
    }

    /// <summary>Waits for its end, and what it exits with.</summary>
    public async Task<int> ExitAsync()
    {
        await Wait.ForAsync(_process.WaitForExitAsync());
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
