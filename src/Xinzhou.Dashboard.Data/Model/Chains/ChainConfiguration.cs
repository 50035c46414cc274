using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Chains;

/// <summary>Industry chains, all versions. Only ever inserted.</summary>
internal sealed class ChainConfiguration : IEntityTypeConfiguration<IndustryChainEntity>
{
    public void Configure(EntityTypeBuilder<IndustryChainEntity> builder)
    {
        builder.ToTable("industry_chains").HasKey(c => c.Id);
        builder.Ignore(c => c.Entry);
        builder.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.SaidBy);
    }
}
