using System.Diagnostics;
using System.Runtime.InteropServices;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Benchmarks.Machine;

/// <summary>A program of .NET that was started for a measurement and is stopped after it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Ready = "Ready: ";

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Where it serves, without a slash at the end; empty for a command.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts a program that serves, and waits until it says that it is ready.</summary>
    public static Task<ChildProcess> ServeAsync(string program, params string[] arguments) => ServeAsync(program, null, arguments);

    /// <summary>The same with variables of its environment.</summary>
    public static async Task<ChildProcess> ServeAsync(string program, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var child = new ChildProcess(Start(program, environment, arguments));
        var errors = child._process.StandardError.ReadToEndAsync();
        using var timeout = Wait.Limited();
        while (await child._process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (!line.StartsWith(Ready, StringComparison.Ordinal)) continue;
            child.Address = line[Ready.Length..];
            _ = child._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return child;
        }

        await child.DisposeAsync();
        throw new InvalidOperationException($"{Path.GetFileName(program)} ended before it was ready: {await errors}");
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="watch">Is given the number of the process, again and again while it runs.</param>
    /// <param name="arguments">What it is told.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, Action<int>? watch, params string[] arguments)
    {
        using var process = Start(program, null, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (watch is not null)
        {
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(5))) watch(process.Id);
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await errors}{await output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, Terminate);
            using var limit = Wait.Limited();
            await _process.WaitForExitAsync(limit.Token);
        }

        _process.Dispose();
    }

    private static Process Start(string program, IReadOnlyDictionary<string, string>? environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
