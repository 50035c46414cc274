using System.Diagnostics;
using System.Reflection;
using System.Text;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Tests.Faults;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>The application as a process of its own, as eng/run starts it.</summary>
internal sealed class DashboardProcess : IDisposable
{
    private const int Sigterm = 15;

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private DashboardProcess(Assembly program, string[] arguments, string? timeZone = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, [program.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (timeZone is not null) start.Environment["TZ"] = timeZone;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public StreamReader Output => _process.StandardOutput;

    public string Errors { get { lock (_errors) return _errors.ToString(); } }

    /// <summary>Starts it without waiting.</summary>
    public static DashboardProcess Start(params string[] arguments) => new(typeof(DashboardHost).Assembly, arguments);

    /// <summary>Starts a <see cref="FaultWorker"/> without waiting.</summary>
    /// <param name="timeZone">The time zone of its machine; null for that of this one.</param>
    /// <param name="arguments">Its arguments.</param>
    public static DashboardProcess StartWorker(string? timeZone, params string[] arguments) => new(typeof(FaultWorker).Assembly, arguments, timeZone);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
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

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await Wait.ForAsync(_process.WaitForExitAsync());
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
