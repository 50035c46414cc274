using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Catalogue;

/// <summary>What figures speak of: indicators, units, departments and the documents they come from.</summary>
internal sealed class CatalogueConfiguration :
    IEntityTypeConfiguration<Indicator>,
    IEntityTypeConfiguration<StatisticalUnit>,
    IEntityTypeConfiguration<Department>,
    IEntityTypeConfiguration<SourceDocument>,
    IEntityTypeConfiguration<ReliabilityOverride>
{
    /// <summary>The name of the shadow property: what a source document is known by.</summary>
    public const string Identity = nameof(Identity);

    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators").HasKey(i => i.Code);
        builder.Property(i => i.Dimension).HasColumnName("dimension_code");
    }

    public void Configure(EntityTypeBuilder<StatisticalUnit> builder)
    {
        builder.ToTable("statistical_units").HasKey(u => u.Code);
        builder.Property(u => u.Parent).HasColumnName("parent_code");
        builder.HasOne<StatisticalUnit>().WithMany().HasForeignKey(u => u.Parent);
    }

    public void Configure(EntityTypeBuilder<Department> builder) => builder.ToTable("departments").HasKey(d => d.Code);

    public void Configure(EntityTypeBuilder<SourceDocument> builder)
    {
        builder.ToTable("source_documents").HasKey(s => s.Id);
        builder.Property<string>(Identity).IsRequired();
    }

    public void Configure(EntityTypeBuilder<ReliabilityOverride> builder) => builder.ToTable("reliability_overrides").HasKey(o => o.Host);
}
