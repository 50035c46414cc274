using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>
/// The tables of ASP.NET Core Identity, as its stores want them. The tables themselves are made by the migrations; EF is
/// used for nothing else.
/// </summary>
public sealed class AccessContext(DbContextOptions<AccessContext> options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>Registers the context on the data source of the application, with the schema that has passkeys.</summary>
    public static IServiceCollection Register(IServiceCollection services) => services
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .AddDbContext<AccessContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention()
                // The telephone, below: Identity maps it before it can be left out.
                .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedPropertyIgnoredWarning)));

    /// <summary>Appends to the audit log on this context's connection: within its transaction, if one is open.</summary>
    /// <param name="at">When.</param>
    /// <param name="actor">Who: a user name, or <c>command</c>.</param>
    /// <param name="action">What: <c>sign-in</c>, <c>user.create</c>, …</param>
    /// <param name="user">To whom; null when nobody is known by that name.</param>
    /// <param name="details">More, as JSON.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task AuditAsync(
        DateTimeOffset at, string actor, string action, User? user, object details, CancellationToken cancellation = default)
    {
        await Database.OpenConnectionAsync(cancellation);
        try
        {
            var subject = user is null ? "" : $"user {user.UserName}";
            await AuditLog.AppendAsync((NpgsqlConnection)Database.GetDbConnection(), at, actor, action, subject, details, cancellation);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Within a transaction: from now on nobody else tries to sign in as this user until it ends, and what is known of him is
    /// what the one before left. Else many attempts at once would be counted as one.
    /// </summary>
    /// <param name="user">A user that this context has read.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task AcquireLockAsync(User user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        await Database.ExecuteSqlAsync($"SELECT FROM users WHERE id = {user.Id} FOR UPDATE", cancellation);
        await Entry(user).ReloadAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<User>(user =>
        {
            user.ToTable("users");
            // Nobody is telephoned: what is not needed is not kept.
            user.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed);
            user.Property(u => u.Role).HasConversion(role => Code.Of(role), code => Code.Parse<Role>(code));
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("user_passkeys");
    }
}
