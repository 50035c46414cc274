using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>The audit log, its end and its seals, what was found of it and what was sent of it.</summary>
internal sealed class AuditConfiguration :
    IEntityTypeConfiguration<AuditEventEntity>,
    IEntityTypeConfiguration<AuditHeadEntity>,
    IEntityTypeConfiguration<AuditCheckEntity>,
    IEntityTypeConfiguration<AuditSealEntity>,
    IEntityTypeConfiguration<AuditExportEntity>
{
    public void Configure(EntityTypeBuilder<AuditEventEntity> builder)
    {
        builder.ToTable("audit_events").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedOnAdd();
        builder.Property(e => e.Details).IsJson();
        builder.Property(e => e.PreviousHash).ValueGeneratedOnAdd().Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(e => e.Hash).ValueGeneratedOnAdd().Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
    }

    public void Configure(EntityTypeBuilder<AuditHeadEntity> builder)
    {
        builder.ToTable("audit_head").HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AuditCheckEntity> builder) => builder.ToTable("audit_checks").HasKey(c => c.Id);

    public void Configure(EntityTypeBuilder<AuditSealEntity> builder)
    {
        builder.ToTable("audit_seals").HasKey(s => s.Last);
        builder.Property(s => s.Last).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<AuditExportEntity> builder)
    {
        builder.ToTable("audit_export").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
    }
}
