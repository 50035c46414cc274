using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Model.Catalogue;

/// <summary>What figures speak of: indicators, units, departments and the documents they come from.</summary>
internal sealed class CatalogueConfiguration :
    IEntityTypeConfiguration<Indicator>,
    IEntityTypeConfiguration<StatisticalUnit>,
    IEntityTypeConfiguration<Department>,
    IEntityTypeConfiguration<HeadlineEntity>,
    IEntityTypeConfiguration<SourceDocument>,
    IEntityTypeConfiguration<ReliabilityOverride>
{
    /// <summary>The name of the shadow property of what is kept on a page: grows with every change.</summary>
    public const string Version = nameof(Version);

    /// <summary>The name of the shadow property: what a source document is known by.</summary>
    public const string Identity = nameof(Identity);

    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators").HasKey(i => i.Code);
        builder.Property(i => i.Dimension).HasColumnName("dimension_code");
        builder.Property<int>(Version).HasDefaultValue(1);
    }

    public void Configure(EntityTypeBuilder<StatisticalUnit> builder)
    {
        builder.ToTable("statistical_units").HasKey(u => u.Code);
        builder.Property(u => u.Parent).HasColumnName("parent_code");
        builder.Property<int>(Version).HasDefaultValue(1);
        builder.HasOne<StatisticalUnit>().WithMany().HasForeignKey(u => u.Parent);
    }

    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments").HasKey(d => d.Code);
        builder.Property<int>(Version).HasDefaultValue(1);
    }

    public void Configure(EntityTypeBuilder<HeadlineEntity> builder)
    {
        builder.ToTable("headline_indicators").HasKey(h => h.IndicatorCode);
        builder.HasOne<Indicator>().WithOne().HasForeignKey<HeadlineEntity>(h => h.IndicatorCode);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(h => h.ShareCode);
    }

    public void Configure(EntityTypeBuilder<SourceDocument> builder)
    {
        builder.ToTable("source_documents").HasKey(s => s.Id);
        builder.Property<string>(Identity).IsRequired();
    }

    public void Configure(EntityTypeBuilder<ReliabilityOverride> builder) => builder.ToTable("reliability_overrides").HasKey(o => o.Host);
}
