using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>What is said of the plan since the article. Only ever inserted.</summary>
internal sealed class PlanStatementConfiguration :
    IEntityTypeConfiguration<TaskStatementEntity>,
    IEntityTypeConfiguration<WorkItemStatementEntity>,
    IEntityTypeConfiguration<ProgressStatementEntity>,
    IEntityTypeConfiguration<CommitmentStatementEntity>,
    IEntityTypeConfiguration<OutcomeStatementEntity>
{
    public void Configure(EntityTypeBuilder<TaskStatementEntity> builder)
    {
        builder.ToTable("task_statements").HasKey(s => s.Id);
        builder.Ignore(s => s.Statement);
    }

    public void Configure(EntityTypeBuilder<WorkItemStatementEntity> builder)
    {
        builder.ToTable("work_item_statements").HasKey(s => s.Id);
        builder.Ignore(s => s.Statement);
        builder.Property(s => s.Path).IsJson();
    }

    public void Configure(EntityTypeBuilder<ProgressStatementEntity> builder)
    {
        builder.ToTable("progress_statements").HasKey(s => s.Id);
        builder.Ignore(s => s.Statement);
    }

    public void Configure(EntityTypeBuilder<CommitmentStatementEntity> builder)
    {
        builder.ToTable("commitment_statements").HasKey(s => s.Id);
        builder.Ignore(s => s.Statement);
        builder.ComplexProperty(s => s.Said, CommitmentColumns.Configure);
    }

    public void Configure(EntityTypeBuilder<OutcomeStatementEntity> builder)
    {
        builder.ToTable("outcome_statements").HasKey(s => s.Id);
        builder.Ignore(s => s.Statement);
    }
}
