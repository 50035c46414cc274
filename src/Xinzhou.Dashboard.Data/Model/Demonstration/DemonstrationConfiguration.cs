using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Demonstration;

/// <summary>Whether this installation is a demonstration.</summary>
internal sealed class DemonstrationConfiguration :
    IEntityTypeConfiguration<DemonstrationEntity>
{
    public void Configure(EntityTypeBuilder<DemonstrationEntity> builder)
    {
        builder.ToTable("demonstration").HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
