using Npgsql;
using Xinzhou.Dashboard.Data.Migrations;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Reference;

namespace Xinzhou.Dashboard.Testing;

/// <summary>What a fresh database holds. It is prepared once a test run and then copied.</summary>
/// <param name="Name">Lower-case letters and underscores; names the template.</param>
/// <param name="PrepareAsync">
/// Fills the template; gets the owner's and the application's connection string (without pooling: a copy is made only
/// while nobody is connected).
/// </param>
public sealed record PostgresTemplate(string Name, Func<string, string, Task> PrepareAsync)
{
    /// <summary>Nothing in it: for the tests of the migrations.</summary>
    public static PostgresTemplate Empty { get; } = new("empty", (_, _) => Task.CompletedTask);

    /// <summary>With all migrations applied and the catalogue of indicators, units and rules entered; no plan, no figure.</summary>
    public static PostgresTemplate Migrated { get; } = new("migrated", async (owner, app) =>
    {
        await using var ownerSource = NpgsqlDataSource.Create(owner);
        await Migrator.MigrateAsync(ownerSource);
        await using var appSource = NpgsqlDataSource.Create(app);
        await ReferenceCatalogue.EnterAsync(DashboardContexts.On(appSource), TimeProvider.System);
    });
}
