using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>What units sent of work items, with what evidence, and what was decided on it. All of it is only ever inserted.</summary>
internal sealed class CheckInConfiguration :
    IEntityTypeConfiguration<CheckInEntity>,
    IEntityTypeConfiguration<CheckInDecisionEntity>,
    IEntityTypeConfiguration<EvidenceFileEntity>,
    IEntityTypeConfiguration<EvidencePartEntity>,
    IEntityTypeConfiguration<EvidenceEntity>,
    IEntityTypeConfiguration<CheckInEvidenceEntity>,
    IEntityTypeConfiguration<CheckInMissEntity>
{
    public void Configure(EntityTypeBuilder<CheckInEntity> builder)
    {
        builder.ToTable("check_ins").HasKey(c => c.Id);
        builder.HasOne<Department>().WithMany().HasForeignKey(c => c.DepartmentCode);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.SentBy);
    }

    public void Configure(EntityTypeBuilder<CheckInDecisionEntity> builder)
    {
        builder.ToTable("check_in_decisions").HasKey(d => d.Id);
        builder.HasOne<CheckInEntity>().WithMany().HasForeignKey(d => d.CheckInId);
        builder.HasOne<ProgressStatementEntity>().WithMany().HasForeignKey(d => d.StatementId);
        builder.HasOne(d => d.Author).WithMany().HasForeignKey(d => d.DecidedBy);
    }

    public void Configure(EntityTypeBuilder<EvidenceFileEntity> builder) => builder.ToTable("evidence_files").HasKey(f => f.Hash);

    public void Configure(EntityTypeBuilder<EvidencePartEntity> builder)
    {
        builder.ToTable("evidence_parts").HasKey(p => new { p.Hash, p.Number });
        builder.HasOne<EvidenceFileEntity>().WithMany().HasForeignKey(p => p.Hash);
    }

    public void Configure(EntityTypeBuilder<EvidenceEntity> builder)
    {
        builder.ToTable("evidence").HasKey(e => e.Id);
        builder.HasOne(e => e.File).WithMany().HasForeignKey(e => e.Hash);
        builder.HasOne<Department>().WithMany().HasForeignKey(e => e.DepartmentCode);
        builder.HasOne<User>().WithMany().HasForeignKey(e => e.AddedBy);
    }

    public void Configure(EntityTypeBuilder<CheckInEvidenceEntity> builder)
    {
        builder.ToTable("check_in_evidence").HasKey(l => new { l.CheckInId, l.EvidenceId });
        builder.HasOne(l => l.CheckIn).WithMany(c => c.Evidence).HasForeignKey(l => l.CheckInId);
        builder.HasOne(l => l.Evidence).WithMany().HasForeignKey(l => l.EvidenceId);
    }

    public void Configure(EntityTypeBuilder<CheckInMissEntity> builder)
    {
        builder.ToTable("check_in_misses").HasKey(m => new { m.TaskNumber, m.ItemNumber, m.Quarter });
        builder.HasOne<Department>().WithMany().HasForeignKey(m => m.DepartmentCode);
    }
}
