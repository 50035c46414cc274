using System.Net;
using System.Net.Sockets;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

public sealed class ProgramTests : IDisposable
{
    private readonly string _data = $"/tmp/xzd-test-{Guid.NewGuid().ToString("N")[..12]}";

    public void Dispose()
    {
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task It_serves_lets_a_command_work_beside_it_and_stops_with_its_database()
    {
        using var server = DashboardProcess.Start("--data", _data, "--urls", "http://127.0.0.1:0");
        var ready = await Wait.ForAsync(server.Output.ReadLineAsync());
        Assert.Matches(@"^Ready: http://127\.0\.0\.1:[1-9]\d*$", ready);
        using var client = new HttpClient { BaseAddress = new(ready!["Ready: ".Length..]) };
        using (var answer = await client.GetAsync("/healthz/ready")) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var (exitCode, output, _) = await DashboardProcess.RunAsync("--data", _data, "migrate");

        Assert.Equal((int)ExitCode.Done, exitCode);
        Assert.Equal("migrate: up to date\n", output);
        using (var still = await client.GetAsync("/healthz/ready")) Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        var pidFile = Directory.EnumerateFiles(Path.Combine(_data, "postgresql"), "postmaster.pid", SearchOption.AllDirectories).Single();
        Assert.Equal((int)ExitCode.Done, await server.TerminateAsync());
        Assert.Equal("", await server.Output.ReadToEndAsync());
        Assert.False(File.Exists(pidFile));
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("nonsense")]
    [InlineData("--environment", "Staging")]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--Dashboard:PublicRead=perhaps")]
    [InlineData("migrate", "twice")]
    [InlineData("token", "create", "--as", "viewer", "--days", "0")]
    [InlineData("token", "create", "--as", "viewer", "--days", "-1")]
    [InlineData("token", "create", "--as", "viewer", "--days", "soon")]
    public async Task Wrong_usage_is_said_on_stderr_and_exits_with_2(params string[] arguments)
    {
        var (exitCode, output, errors) = await DashboardProcess.RunAsync(["--data", _data, .. arguments]);

        Assert.Equal((int)ExitCode.WrongUsage, exitCode);
        Assert.Equal("", output);
        Assert.NotEqual("", errors.Trim());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_said_in_one_sentence_and_exits_with_3()
    {
        var (exitCode, output, errors) = await DashboardProcess.RunAsync(
            "migrate", "--data", _data, "--ConnectionStrings:Dashboard=Host=/nonexistent;Username=nobody;Database=none");

        Assert.Equal((int)ExitCode.EnvironmentLacking, exitCode);
        Assert.Equal("", output);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_that_is_taken_exits_with_3()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output, errors) = await DashboardProcess.RunAsync("--data", _data, "--urls", $"http://{other.LocalEndpoint}");

        Assert.Equal((int)ExitCode.EnvironmentLacking, exitCode);
        Assert.Equal("", output);
        var sentence = Assert.Single(errors.Split('\n'), line => line.Contains("--urls", StringComparison.Ordinal));
        Assert.Contains($"http://{other.LocalEndpoint}", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(" ERR ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_data, "postgresql"), "postmaster.pid", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/null/below")]
    [InlineData("/proc/none")]
    public async Task A_data_folder_that_cannot_be_one_is_said_in_one_sentence_and_exits_with_3(string folder)
    {
        foreach (string[] command in new string[][] { ["migrate"], ["--urls", "http://127.0.0.1:0"] })
        {
            var (exitCode, output, errors) = await DashboardProcess.RunAsync([.. command, "--data", folder]);

            Assert.Equal((int)ExitCode.EnvironmentLacking, exitCode);
            Assert.Equal("", output);
            var sentence = Assert.Single(errors.Trim().Split('\n'));
            Assert.Contains($"The data folder {folder} ", sentence, StringComparison.Ordinal);
            Assert.Contains("--data", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_command_has_help_on_stdout()
    {
        var (exitCode, output, _) = await DashboardProcess.RunAsync("--help");
        Assert.Equal(0, exitCode);
        var commands = output[output.IndexOf("Commands:", StringComparison.Ordinal)..]
            .Split('\n').Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0).ToArray();
        Assert.Contains("migrate", commands);

        foreach (var command in commands)
        {
            (exitCode, output, _) = await DashboardProcess.RunAsync(command, "--help");
            Assert.Equal((command, 0), (command, exitCode));
            Assert.Contains("Usage:", output, StringComparison.Ordinal);
        }
    }
}
