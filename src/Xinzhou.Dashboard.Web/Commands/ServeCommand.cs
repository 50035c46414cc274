using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>The command line itself: serves the dashboard until it is told to stop.</summary>
internal sealed class ServeCommand : RootCommand
{
    private readonly SharedOptions _shared;

    private readonly Option<string?> _urls = new("--urls")
    {
        Description = $"Addresses to listen on, separated by semicolons; port 0 takes a free one. Default {ListenAddresses.Default}.",
        HelpName = "URL",
    };

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Loads the demonstration data set, unless the installation has one, or departments of its own.",
    };

    public ServeCommand(SharedOptions shared)
        : base("Serves the dashboard, or runs a command on its data.")
    {
        _shared = shared;
        HelpName = "eng/run --";
        Add(_urls);
        Add(shared.Data);
        Add(_demo);
        Add(shared.Environment);
        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellation)
    {
        DashboardContexts.Prepare();
        var start = _shared.Read(arguments) with { Urls = arguments.GetValue(_urls), Demo = arguments.GetValue(_demo) };
        await using var app = DashboardHost.Build(start);
        try
        {
            await StartAsync(app, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            // The message names the one address of several.
            return await SayAsync($"{taken.Message.TrimEnd('.')}: stop the program that listens there, or choose another address with --urls.");
        }
        catch (SocketException refused)
        {
            return await SayAsync($"The server cannot listen on {string.Join(" and ", app.Urls)} ({refused.Message}): choose another address with --urls.");
        }

        try
        {
            await app.WaitUntilReadyAsync(app.Lifetime.ApplicationStopping);
            await OfferSetupAsync(app, arguments.InvocationConfiguration.Error, app.Lifetime.ApplicationStopping);
            foreach (var address in app.Urls) await arguments.InvocationConfiguration.Output.WriteLineAsync($"Ready: {address}");
        }
        catch (OperationCanceledException)
        {
            // Told to stop before it was ready.
        }

        await app.WaitForShutdownAsync(cancellation);
        return (int)ExitCode.Done;

        async Task<int> SayAsync(string sentence)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(sentence);
            return (int)ExitCode.EnvironmentLacking;
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            // What has started by now is stopped in order: thrown away, it would find its server gone in the middle of its work.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    // A line of its own and not an entry of the log, which others may collect: whoever has the link becomes administrator.
    private static async Task OfferSetupAsync(WebApplication app, TextWriter errors, CancellationToken cancellation)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        if (await app.Services.GetRequiredService<SetupLinks>().CreateAsync(cancellation) is { } token)
        {
            var address = app.Urls.First().Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
            await errors.WriteLineAsync($"Setup: {address}/setup?token={token}");
        }
    }
}
