using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Reviews;

/// <summary>Reviews with their packs, signatures and verdicts, and what they decide. All are only ever inserted.</summary>
internal sealed class ReviewConfiguration :
    IEntityTypeConfiguration<ReviewEntity>,
    IEntityTypeConfiguration<ReviewPackEntity>,
    IEntityTypeConfiguration<ReviewSealEntity>,
    IEntityTypeConfiguration<ReviewVerdictEntity>,
    IEntityTypeConfiguration<ReviewMatterEntity>,
    IEntityTypeConfiguration<ReviewMatterReportEntity>
{
    public void Configure(EntityTypeBuilder<ReviewEntity> builder)
    {
        builder.ToTable("reviews").HasKey(r => r.Id);
        builder.HasOne(r => r.Author).WithMany().HasForeignKey(r => r.PreparedBy);
    }

    public void Configure(EntityTypeBuilder<ReviewPackEntity> builder)
    {
        builder.ToTable("review_packs").HasKey(p => p.Id);
        builder.HasOne<ReviewEntity>().WithMany().HasForeignKey(p => p.ReviewId);
        builder.HasOne(p => p.Author).WithMany().HasForeignKey(p => p.FrozenBy);
    }

    public void Configure(EntityTypeBuilder<ReviewSealEntity> builder)
    {
        builder.ToTable("review_seals").HasKey(s => s.Id);
        builder.HasOne<ReviewEntity>().WithMany().HasForeignKey(s => s.ReviewId);
        builder.HasOne(s => s.Author).WithMany().HasForeignKey(s => s.SignedBy);
    }

    // It is saved after its signature and its notice, whose numbers it carries.
    public void Configure(EntityTypeBuilder<ReviewVerdictEntity> builder) => builder.ToTable("review_verdicts").HasKey(v => v.Id);

    public void Configure(EntityTypeBuilder<ReviewMatterEntity> builder)
    {
        builder.ToTable("review_matters").HasKey(m => m.Id);
        builder.HasOne<ReviewEntity>().WithMany().HasForeignKey(m => m.ReviewId);
        builder.HasOne(m => m.Author).WithMany().HasForeignKey(m => m.NotedBy);
    }

    public void Configure(EntityTypeBuilder<ReviewMatterReportEntity> builder)
    {
        builder.ToTable("review_matter_reports").HasKey(r => r.Id);
        builder.HasOne<ReviewMatterEntity>().WithMany().HasForeignKey(r => r.MatterId);
        builder.HasOne(r => r.Author).WithMany().HasForeignKey(r => r.NotedBy);
    }
}
