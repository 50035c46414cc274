using System.Net;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Access;
using Xinzhou.Dashboard.Web.Tests.Hosting;
using Xinzhou.Dashboard.Web.Tests.Review;

namespace Xinzhou.Dashboard.Web.Tests.Auditing;

/// <summary>Every event says where it came from.</summary>
[Trait("Category", "Security")]
public sealed class OriginTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Fact]
    public async Task What_a_reader_does_has_his_address_and_one_session_until_he_signs_in_anew()
    {
        var (first, second) = (await host.SubmittedAsync(), await host.SubmittedAsync());
        await ReleaseAsync(first);
        var (address, session) = await OriginOfAsync($"action = 'return.release' AND subject LIKE 'return {first} %'");
        await ReleaseAsync(second);
        var (_, other) = await OriginOfAsync($"action = 'return.release' AND subject LIKE 'return {second} %'");

        Assert.Equal("127.0.0.1", address);
        Assert.NotEqual("", session);
        Assert.NotEqual("", other);
        Assert.NotEqual(session, other);
        using var auditor = await host.VisitAsAsync(Role.Auditor);
        Assert.Contains($"return {first} ", await auditor.ReadAsync($"/audit?about={session}"), StringComparison.Ordinal);
        var csv = await auditor.ReadAsync($"/audit/events.csv?about={session}");
        Assert.Contains(",127.0.0.1,", csv.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(session, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_by_password_names_the_session_that_it_begins_and_one_that_fails_names_none()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        foreach (var password in new[] { "Wrong-Mountain-8", AccessHost.Password })
        {
            using var answer = await visitor.SignInAsync(name, password);
        }

        Assert.Equal(("127.0.0.1", ""), await OriginOfAsync($"action = 'sign-in.failed' AND subject = 'user {name}'"));
        var (address, session) = await OriginOfAsync($"action = 'sign-in' AND subject = 'user {name}'");
        Assert.Equal("127.0.0.1", address);
        Assert.NotEqual("", session);
    }

    [Fact]
    public async Task A_command_names_the_user_of_the_operating_system()
    {
        var (exitCode, _, errors) = await DashboardProcess.RunAsync(
            "token", "create", "--as", "viewer",
            $"--ConnectionStrings:Dashboard={host.Database.AppConnectionString}", $"--ConnectionStrings:DashboardOwner={host.Database.OwnerConnectionString}");

        Assert.True(exitCode == (int)ExitCode.Done, errors);
        Assert.Equal(AuditOrigin.OfCommand().OsUser, await host.ScalarAsync<string>("SELECT os_user FROM audit_events WHERE action = 'token.create' ORDER BY id DESC LIMIT 1"));
    }

    private async Task ReleaseAsync(int id)
    {
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var done = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        Assert.NotEqual(HttpStatusCode.Forbidden, done.StatusCode);
    }

    private async Task<(string Address, string Session)> OriginOfAsync(string which)
    {
        var parts = (await host.ScalarAsync<string>($"SELECT coalesce(address, '') || '|' || coalesce(session::text, '') FROM audit_events WHERE {which}")).Split('|');
        return (parts[0], parts[1]);
    }
}
