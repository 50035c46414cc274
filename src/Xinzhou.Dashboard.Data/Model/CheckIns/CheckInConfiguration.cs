using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.CheckIns;

/// <summary>What units sent of work items, and what was decided on it. Both are only ever inserted.</summary>
internal sealed class CheckInConfiguration :
    IEntityTypeConfiguration<CheckInEntity>,
    IEntityTypeConfiguration<CheckInDecisionEntity>
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
}
