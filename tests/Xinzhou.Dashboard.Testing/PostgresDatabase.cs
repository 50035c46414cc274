using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Testing;

/// <summary>
/// A fresh database of a test class on the test run's own PostgreSQL: <c>IClassFixture&lt;PostgresDatabase&gt;</c>, or
/// created and disposed of in a test. Derive to begin with another template.
/// </summary>
public class PostgresDatabase : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private string _name = "";

    /// <summary>Connects as the role that migrations run as.</summary>
    public string OwnerConnectionString { get; private set; } = "";

    /// <summary>Connects as the role of the application.</summary>
    public string AppConnectionString { get; private set; } = "";

    /// <summary>Connections of the owner.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    /// <summary>Connections of the application.</summary>
    public NpgsqlDataSource App { get; private set; } = null!;

    /// <summary>Contexts on <see cref="App"/>.</summary>
    public IDbContextFactory<DashboardContext> Contexts { get; private set; } = null!;

    /// <summary>What it holds at first.</summary>
    protected virtual PostgresTemplate Template => PostgresTemplate.Migrated;

    public virtual async Task InitializeAsync()
    {
        _server = await PostgresServer.SharedAsync();
        _name = await _server.CreateDatabaseAsync(Template);
        OwnerConnectionString = _server.OwnerConnectionString(_name);
        AppConnectionString = _server.AppConnectionString(_name);
        Owner = NpgsqlDataSource.Create(OwnerConnectionString);
        App = NpgsqlDataSource.Create(AppConnectionString);
        Contexts = DashboardContexts.On(App);
    }

    public virtual async Task DisposeAsync()
    {
        await Owner.DisposeAsync();
        await App.DisposeAsync();
        await _server.DropDatabaseAsync(_name);
    }
}
