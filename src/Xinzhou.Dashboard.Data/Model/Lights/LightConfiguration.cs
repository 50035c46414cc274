using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinzhou.Dashboard.Data.Model.Lights;

/// <summary>The thresholds of lights, and what was decided in place of the rules. Both are only ever inserted.</summary>
internal sealed class LightConfiguration :
    IEntityTypeConfiguration<LightSettingsEntity>,
    IEntityTypeConfiguration<LightOverrideEntity>
{
    public void Configure(EntityTypeBuilder<LightSettingsEntity> builder)
    {
        builder.ToTable("light_settings").HasKey(s => s.Id);
        builder.HasOne(s => s.Author).WithMany().HasForeignKey(s => s.SetBy);
    }

    public void Configure(EntityTypeBuilder<LightOverrideEntity> builder)
    {
        builder.ToTable("light_overrides").HasKey(o => o.Id);
        builder.HasOne(o => o.Author).WithMany().HasForeignKey(o => o.DecidedBy);
    }
}
