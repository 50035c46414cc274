using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Access;

/// <summary>People, what proves who they are, and what signs their sessions.</summary>
internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<User>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>,
    IEntityTypeConfiguration<DataProtectionKey>,
    IEntityTypeConfiguration<ApiTokenEntity>,
    IEntityTypeConfiguration<SetupLinkEntity>,
    IEntityTypeConfiguration<SpentTicketEntity>,
    IEntityTypeConfiguration<SessionEntity>,
    IEntityTypeConfiguration<PasswordHistoryEntity>,
    IEntityTypeConfiguration<DeskVisitEntity>,
    IEntityTypeConfiguration<AccountRequestEntity>
{
    /// <summary>When a passkey was used last: a column that Identity's record does not have.</summary>
    public const string LastUsedAt = nameof(LastUsedAt);

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        // Nobody is telephoned: what is not needed is not kept.
        builder.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed);
        builder.Property(u => u.UserName).IsRequired();
        builder.Property(u => u.NormalizedUserName).IsRequired();
        builder.Property(u => u.SecurityStamp).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys");
        builder.Property<DateTimeOffset?>(LastUsedAt);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Property(k => k.FriendlyName).IsRequired();
        builder.Property(k => k.Xml).IsRequired();
    }

    public void Configure(EntityTypeBuilder<ApiTokenEntity> builder)
    {
        builder.ToTable("api_tokens").HasKey(t => t.Id);
        builder.PrimitiveCollection(t => t.Scopes).ElementType().HasConversion<CodeConverter<TokenScope>>();
        builder.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<SetupLinkEntity> builder) => builder.ToTable("setup_links").HasKey(l => l.TokenHash);

    public void Configure(EntityTypeBuilder<SpentTicketEntity> builder)
    {
        builder.ToTable("spent_tickets");
        builder.Property(t => t.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SessionEntity> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
    }

    public void Configure(EntityTypeBuilder<DeskVisitEntity> builder)
    {
        builder.ToTable("desk_visits").HasKey(v => v.UserId);
        builder.Property(v => v.UserId).ValueGeneratedNever();
        builder.HasOne<User>().WithMany().HasForeignKey(v => v.UserId);
    }

    public void Configure(EntityTypeBuilder<PasswordHistoryEntity> builder)
    {
        builder.ToTable("password_history");
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
    }

    public void Configure(EntityTypeBuilder<AccountRequestEntity> builder)
    {
        builder.ToTable("account_requests");
        builder.HasOne(r => r.User).WithMany().HasForeignKey(r => r.UserId);
        builder.HasOne(r => r.Requester).WithMany().HasForeignKey(r => r.RequestedBy);
    }
}
