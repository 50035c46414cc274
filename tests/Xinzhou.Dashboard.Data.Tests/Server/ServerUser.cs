using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Server;

/// <summary>Another process that uses the private PostgreSQL of a folder until its stdin ends.</summary>
internal sealed class ServerUser : IDisposable
{
    private readonly Process _process;

    private ServerUser(Process process) => _process = process;

    /// <summary>What the other process runs: this assembly, as a program.</summary>
    public static async Task Main(string[] args)
    {
        await using var postgres = await PrivatePostgres.StartAsync(args[0], NullLogger.Instance);
        Console.WriteLine("joined");
        await Console.In.ReadToEndAsync();
    }

    /// <summary>Starts one and waits until it has joined.</summary>
    public static async Task<ServerUser> JoinAsync(string folder)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var process = Process.Start(new ProcessStartInfo(dotnet, [typeof(ServerUser).Assembly.Location, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("joined", await process.StandardOutput.ReadLineAsync());
        return new(process);
    }

    /// <summary>Lets it leave as it should, and waits for its end.</summary>
    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await Wait.ForAsync(_process.WaitForExitAsync());
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>Kills it without any warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
