using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>The whole application on a PostgreSQL of its own, in one environment, and people who use it.</summary>
public class AccessHost : IAsyncLifetime
{
    /// <summary>A password that the rules accept.</summary>
    public const string Password = "Lvliang-Mountain-7";

    private WebApplication? _app;

    public PostgresDatabase Database { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public Uri Address { get; private set; } = null!;

    protected virtual string Environment => StartArguments.Development;

    protected virtual IReadOnlyList<string> Settings => [];

    public virtual async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _app = DashboardHost.Build(
            new()
            {
                DataDirectory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                Environment = Environment,
                Urls = "http://127.0.0.1:0",
                Overrides =
                [
                    $"--ConnectionStrings:Dashboard={Database.AppConnectionString}",
                    $"--ConnectionStrings:DashboardOwner={Database.OwnerConnectionString}",
                    "--Dashboard:LogLevel=Fatal",
                    .. Settings,
                ],
            },
            Replace);
        await _app.StartAsync();
        using var timeout = Wait.Limited();
        await _app.WaitUntilReadyAsync(timeout.Token);
        Address = new(_app.Urls.Single());
    }

    public virtual async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await Database.DisposeAsync();
    }

    /// <summary>The end points of the application.</summary>
    public IEnumerable<RouteEndpoint> EndPoints => _app!.Services.GetServices<EndpointDataSource>()
        .Concat(((IEndpointRouteBuilder)_app).DataSources).SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct();

    /// <summary>Somebody with a browser of his own, not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>Somebody who has signed in as a persona.</summary>
    public async Task<Visitor> VisitAsAsync(Role role)
    {
        var visitor = Visit();
        await visitor.SignInAsPersonaAsync(role);
        return visitor;
    }

    /// <summary>Enters a user with <see cref="Password"/>.</summary>
    public async Task<string> EnterAsync(Role role, string? email = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var name = $"u{Guid.NewGuid():N}"[..12];
        var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
            .CreateAsync("test", name, new($"测试{name}", role, null, email), CancellationToken.None);
        Assert.Null(fault);
        var token = Uri.UnescapeDataString(link![(link!.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<NewPassword>().AcceptAsync(token, Password, CancellationToken.None));
        return name;
    }

    /// <summary>The number of a user.</summary>
    public async Task<Guid> IdOfAsync(string userName)
    {
        await using var command = Database.App.CreateCommand("SELECT id FROM users WHERE user_name = $1");
        command.Parameters.AddWithValue(userName);
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the audit log holds of a user, newest last: <c>actor action</c>.</summary>
    public async Task<IReadOnlyList<string>> AuditOfAsync(string userName)
    {
        await using var command = Database.App.CreateCommand("SELECT actor || ' ' || action FROM audit_events WHERE subject = 'user ' || $1 ORDER BY id");
        command.Parameters.AddWithValue(userName);
        await using var reader = await command.ExecuteReaderAsync();
        var events = new List<string>();
        while (await reader.ReadAsync())
        {
            events.Add(reader.GetString(0));
        }

        return events;
    }

    /// <summary>Registers other parts in the place of the application's.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }
}
