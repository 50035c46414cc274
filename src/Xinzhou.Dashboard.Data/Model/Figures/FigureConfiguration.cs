using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Model.Figures;

/// <summary>Series, figures and what became of them. All but the series are only ever inserted.</summary>
internal sealed class FigureConfiguration :
    IEntityTypeConfiguration<SeriesEntity>,
    IEntityTypeConfiguration<FigureEntity>,
    IEntityTypeConfiguration<Withdrawal>,
    IEntityTypeConfiguration<FigureOriginEntity>,
    IEntityTypeConfiguration<FigureExportEntity>
{
    /// <summary>The name of the shadow property: the number of a withdrawal.</summary>
    public const string WithdrawalId = "Id";

    public void Configure(EntityTypeBuilder<SeriesEntity> builder) => builder.ToTable("series").HasKey(s => s.Id);

    public void Configure(EntityTypeBuilder<FigureEntity> builder)
    {
        builder.ToTable("figures").HasKey(f => f.Id);
        builder.HasOne<SeriesEntity>().WithMany().HasForeignKey(f => f.SeriesId);
        builder.HasOne<SourceDocument>().WithMany().HasForeignKey(f => f.SourceId);
    }

    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("withdrawals");
        builder.Property<long>(WithdrawalId).ValueGeneratedOnAdd();
        builder.HasKey(WithdrawalId);
    }

    public void Configure(EntityTypeBuilder<FigureOriginEntity> builder)
    {
        builder.ToTable("figure_origins").HasKey(o => o.FigureId);
        builder.Property(o => o.FigureId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<FigureExportEntity> builder) => builder.ToTable("figure_exports").HasKey(e => e.Id);
}
