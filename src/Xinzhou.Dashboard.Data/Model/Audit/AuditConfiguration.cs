using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Model.Audit;

/// <summary>The audit log and its end.</summary>
internal sealed class AuditConfiguration :
    IEntityTypeConfiguration<AuditEventEntity>,
    IEntityTypeConfiguration<AuditHeadEntity>
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
}
