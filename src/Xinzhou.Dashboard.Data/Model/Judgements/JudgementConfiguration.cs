using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Judgements;

/// <summary>What is judged of tasks, and what they may fail by. Both are only ever inserted.</summary>
internal sealed class JudgementConfiguration : IEntityTypeConfiguration<JudgementEntity>, IEntityTypeConfiguration<TaskRiskEntity>
{
    public void Configure(EntityTypeBuilder<JudgementEntity> builder)
    {
        builder.ToTable("task_judgements").HasKey(j => j.Id);
        builder.HasOne(j => j.Author).WithMany().HasForeignKey(j => j.JudgedBy);
    }

    public void Configure(EntityTypeBuilder<TaskRiskEntity> builder)
    {
        builder.ToTable("task_risks").HasKey(r => r.Id);
        builder.Ignore(r => r.Entry);
        builder.HasOne(r => r.Author).WithMany().HasForeignKey(r => r.SaidBy);
    }
}
