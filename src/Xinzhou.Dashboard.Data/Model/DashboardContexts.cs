using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Model;

/// <summary>How contexts are made: from a pool, on the data source of the application.</summary>
public static class DashboardContexts
{
    // Identity reads from here which tables it has.
    private static readonly ServiceProvider WithoutHost = AddIdentitySchema(new ServiceCollection()).BuildServiceProvider();

    // One for all databases: it depends on the code alone, and building it is a good part of a start.
    private static readonly Lazy<IModel> Model = new(BuildModel);

    /// <summary>A pool of contexts on a data source, for what runs without a host.</summary>
    /// <param name="application">A data source that connects as the application; it is not disposed of.</param>
    public static IDbContextFactory<DashboardContext> On(NpgsqlDataSource application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new DashboardContextFactory(WithoutHost, application);
    }

    /// <summary>
    /// Registers the factory, for commands and queries, and a context of the scope, which the stores of Identity and of Data
    /// Protection want.
    /// </summary>
    public static IServiceCollection AddDashboardContexts(this IServiceCollection services) => AddIdentitySchema(services)
        .AddSingleton<IDbContextFactory<DashboardContext>>(provider => new DashboardContextFactory(provider, provider.GetRequiredService<NpgsqlDataSource>()))
        .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext());

    /// <summary>Builds the model beside what else a start has to do, so that the first context need not wait for it.</summary>
    public static void Prepare() => ThreadPool.UnsafeQueueUserWorkItem(_ => _ = Model.Value, null);

    /// <summary>A context that only reads: nothing that it gives is followed for changes.</summary>
    /// <param name="contexts">The factory.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<DashboardContext> ReadAsync(this IDbContextFactory<DashboardContext> contexts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        var context = await contexts.CreateDbContextAsync(cancellation);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>The schema that has passkeys.</summary>
    private static IServiceCollection AddIdentitySchema(IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    /// <summary>The options of every context.</summary>
    /// <param name="services">Has the logs, and says which tables Identity has.</param>
    /// <param name="application">The data source.</param>
    internal static DbContextOptions<DashboardContext> Options(IServiceProvider services, NpgsqlDataSource application) =>
        Configured(services, options => options.UseNpgsql(application).UseModel(Model.Value));

    private static IModel BuildModel()
    {
        using var context = new DashboardContext(Configured(WithoutHost, options => options.UseNpgsql()));
        return context.Model;
    }

    private static DbContextOptions<DashboardContext> Configured(IServiceProvider services, Action<DbContextOptionsBuilder> connect)
    {
        var options = new DbContextOptionsBuilder<DashboardContext>();
        connect(options);
        return options
            .UseApplicationServiceProvider(services)
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(warnings => warnings
                // The telephone of a user: Identity maps it before it can be left out. The plan has one source, whose key the schema gives.
                .Ignore(CoreEventId.MappedPropertyIgnoredWarning, RelationalEventId.ModelValidationKeyDefaultValueWarning)
                // What fails is thrown, and said by whoever asked for it; not twice.
                .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)))
            .Options;
    }
}
