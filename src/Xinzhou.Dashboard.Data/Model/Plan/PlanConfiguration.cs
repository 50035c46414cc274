using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>The plan, as the article tells it.</summary>
internal sealed class PlanConfiguration :
    IEntityTypeConfiguration<PlanSource>,
    IEntityTypeConfiguration<Dimension>,
    IEntityTypeConfiguration<Initiative>,
    IEntityTypeConfiguration<Aspect>,
    IEntityTypeConfiguration<KeyTask>,
    IEntityTypeConfiguration<ArticleWorkItem>,
    IEntityTypeConfiguration<Milestone>,
    IEntityTypeConfiguration<Programme>,
    IEntityTypeConfiguration<AccountabilityMechanism>,
    IEntityTypeConfiguration<PlanNote>,
    IEntityTypeConfiguration<PlanState>
{
    /// <summary>The name of the shadow property: the dimension of an initiative.</summary>
    public const string DimensionCode = nameof(DimensionCode);

    public void Configure(EntityTypeBuilder<PlanSource> builder)
    {
        builder.ToTable("plan_source");
        builder.Property<int>("Id").HasDefaultValue(1).ValueGeneratedOnAdd();
        builder.HasKey("Id");
    }

    public void Configure(EntityTypeBuilder<Dimension> builder)
    {
        builder.ToTable("dimensions").HasKey(d => d.Code);
        builder.Ignore(d => d.Initiatives);
    }

    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.ToTable("initiatives").HasKey(i => i.Code);
        builder.Property<string>(DimensionCode);
        builder.HasOne<Dimension>().WithMany().HasForeignKey(DimensionCode).IsRequired();
    }

    public void Configure(EntityTypeBuilder<Aspect> builder) => builder.ToTable("aspects").HasKey(a => a.Code);

    public void Configure(EntityTypeBuilder<KeyTask> builder)
    {
        builder.ToTable("key_tasks").HasKey(t => t.Number);
        builder.Property(t => t.Number).ValueGeneratedNever();
        builder.Property(t => t.Dimension).HasColumnName("dimension_code");
        builder.Property(t => t.Aspect).HasColumnName("aspect_code");
        // What is said since the article stands in statements.
        builder.Ignore(t => t.Lead).Ignore(t => t.Responsible).Ignore(t => t.Supporting).Ignore(t => t.Person)
            .Ignore(t => t.WorkItems).Ignore(t => t.History);
        builder.HasOne<Dimension>().WithMany().HasForeignKey(t => t.Dimension);
        builder.HasOne<Aspect>().WithMany().HasForeignKey(t => t.Aspect);
    }

    public void Configure(EntityTypeBuilder<ArticleWorkItem> builder)
    {
        builder.ToTable("work_items").HasKey(i => new { i.TaskNumber, i.Order });
        builder.HasOne<KeyTask>().WithMany().HasForeignKey(i => i.TaskNumber);
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones").HasKey(m => m.Year);
        builder.Property(m => m.Year).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes").HasKey(p => p.Code);
        builder.Property(p => p.Counts).IsJsonObject();
    }

    public void Configure(EntityTypeBuilder<AccountabilityMechanism> builder) =>
        builder.ToTable("accountability_mechanisms").HasKey(m => m.Code);

    public void Configure(EntityTypeBuilder<PlanNote> builder) => builder.ToTable("plan_notes").HasKey(n => new { n.Kind, n.Order });

    public void Configure(EntityTypeBuilder<PlanState> builder)
    {
        builder.ToTable("plan_state").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
