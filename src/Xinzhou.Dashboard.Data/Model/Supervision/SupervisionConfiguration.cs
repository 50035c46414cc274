using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.CheckIns;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Supervision;

/// <summary>Notices, what was done about them, and the files that were added. All of it is only ever inserted.</summary>
internal sealed class SupervisionConfiguration :
    IEntityTypeConfiguration<NoticeEntity>,
    IEntityTypeConfiguration<NoticeEventEntity>,
    IEntityTypeConfiguration<NoticeEvidenceEntity>
{
    public void Configure(EntityTypeBuilder<NoticeEntity> builder)
    {
        builder.ToTable("supervision_notices").HasKey(n => n.Id);
        builder.HasAlternateKey(n => n.Number);
        builder.HasOne<Department>().WithMany().HasForeignKey(n => n.LeadCode);
        builder.HasOne(n => n.Author).WithMany().HasForeignKey(n => n.AssignedBy);
    }

    public void Configure(EntityTypeBuilder<NoticeEventEntity> builder)
    {
        builder.ToTable("supervision_events").HasKey(e => e.Id);
        builder.HasOne<NoticeEntity>().WithMany().HasForeignKey(e => e.Number).HasPrincipalKey(n => n.Number);
        builder.HasOne<EvidenceFileEntity>().WithMany().HasForeignKey(e => e.EvidenceHash);
        builder.HasOne(e => e.Author).WithMany().HasForeignKey(e => e.DoneBy);
    }

    public void Configure(EntityTypeBuilder<NoticeEvidenceEntity> builder)
    {
        builder.ToTable("supervision_evidence").HasKey(e => e.Id);
        builder.HasOne<NoticeEntity>().WithMany().HasForeignKey(e => e.Number).HasPrincipalKey(n => n.Number);
        builder.HasOne(e => e.File).WithMany().HasForeignKey(e => e.Hash);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => e.DepartmentCode);
        builder.HasOne(e => e.Author).WithMany().HasForeignKey(e => e.AddedBy);
    }
}
